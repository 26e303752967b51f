import { escapeHtml, jsonForHtml } from '../../components/text/html'
import { directionOf } from '../../model/language'
import type { RoomContent } from '../../model/room-content'
import type { PageData } from './page'

/** The files that a page loads, by their addresses from it. */
export interface Assets {
  main: string
  /** What the script will import, so that it comes at the same time. */
  imports: readonly string[]
  style: string
}

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page of a phone: it says what it is before any script has come. */
export function phoneHtml(content: RoomContent, assets: Assets): string {
  const { room, roomRefusals } = content.labels
  const { wrongCode, tooManyTries } = roomRefusals
  const data: PageData = { ...dataFor(content), refusals: { wrongCode, tooManyTries } }
  return pageHtml(content, assets, data, content.title, `<p>${escapeHtml(room.private)}</p>`)
}

/** The room's controls. */
export function deskHtml(content: RoomContent, assets: Assets): string {
  const { desk } = content.labels
  const data: PageData = {
    ...dataFor(content),
    titles: Object.fromEntries(Object.entries(content.exercises).map(([id, { open }]) => [id, open.title])),
    slides: content.slides.length,
    spare: content.spare.map(({ exercise, slides }) => ({ exercise, slide: slides[0]! })),
  }
  return pageHtml(content, assets, data, desk.title, '')
}

function dataFor({ id, title, language, modules, labels, keep }: RoomContent): PageData {
  const { deck: _, site: __, recallRound: ___, offline: ____, stage: _____, roomRefusals: ______, ...words } = labels
  return { id, title, language, modules, keep, labels: words }
}

function pageHtml(
  { language, labels }: RoomContent,
  { main, imports, style }: Assets,
  data: PageData,
  title: string,
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${style}">
${imports.map(file => `<link rel="modulepreload" href="${file}">`).join('\n')}
<script type="module" src="${main}"></script>
<link rel="icon" href="favicon.svg" type="image/svg+xml">
</head>
<body>
<div id="room"><main class="room">
<h1>${escapeHtml(title)}</h1>${body}<noscript><p>${escapeHtml(labels.room.scripts)}</p></noscript>
</main></div>
<script type="application/json" id="page">${jsonForHtml(data)}</script>
</body>
</html>
`
}
