import { escapeHtml, jsonForHtml } from '../components/text/html'
import { directionOf } from '../model/language'
import { PLACES } from '../model/page-names'
import type { LearnerWorkshop } from '../model/views'
import type { SitePage } from './pages'
import { policyFor } from './policy'

/** What every page begins with, and the files that it loads, by their addresses from a page. */
export interface Assets {
  /** Run before anything is drawn. */
  early: string
  /** The style of the first screen. */
  first: string
  main: string
  style: string
}

export interface Document {
  workshop: LearnerWorkshop
  page: SitePage
  assets: Assets
  /** The prerendered body. */
  body: string
  data: unknown
}

/** A whole page around what was prerendered. */
export function documentOf({ workshop, page, assets, body, data }: Document): string {
  const title = page.kind === 'welcome' ? workshop.title : `${page.title} · ${workshop.title}`
  return `<!doctype html>
<html lang="${workshop.language}" dir="${directionOf(workshop.language)}" data-workshop="${workshop.id}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor({ script: assets.early, style: assets.first })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<script>${assets.early}</script>
<style>${assets.first}</style>
<script type="module" src="${assets.main}"></script>
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="apple-touch-icon.png">
<link rel="manifest" href="manifest.webmanifest">
${shared(workshop, page, title)}</head>
<body>
${body}
<script type="application/json" id="${PLACES.data}">${jsonForHtml(data)}</script>
</body>
</html>
`
}

/** What others show of a page that is passed on; addresses must be whole, so they need the site's own. */
function shared(workshop: LearnerWorkshop, page: SitePage, title: string): string {
  const { address } = workshop
  const own = address && `${address}${page.file === 'index.html' ? '' : page.file}`
  return [
    own && `<link rel="canonical" href="${escapeHtml(own)}">`,
    own && `<meta property="og:url" content="${escapeHtml(own)}">`,
    address && `<meta property="og:image" content="${escapeHtml(`${address}social.png`)}">`,
    address && '<meta name="twitter:card" content="summary_large_image">',
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(page.description)}">`,
  ]
    .filter(Boolean)
    .map(line => `${line}\n`)
    .join('')
}
