import { escape } from './document'
import { deckPolicy } from './policy'

/** Browsers load no modules from files, so that Slidev's page would stay blank: there, it says what to do instead. */
const SCRIPT = "if(location.protocol==='file:')document.documentElement.classList.add('as-file')"
const STYLE =
  '.opened-as-file{display:none}' +
  '.as-file .opened-as-file{display:block;max-width:38rem;margin:3rem auto;padding:0 1rem;font:1.2rem/1.5 system-ui}'

/**
 * The page of the public deck, with a policy of its own.
 * @param html as Slidev builds it
 * @param openedAsFile what it says when the folder was opened by a double click
 */
export function deckPage(html: string, openedAsFile: string): string {
  return html
    .replace(
      '<head>',
      () =>
        `<head>\n<meta http-equiv="Content-Security-Policy" content="${deckPolicy(SCRIPT)}">\n` +
        `<script>${SCRIPT}</script>\n<style>${STYLE}</style>`,
    )
    .replace(/<body[^>]*>/, body => `${body}\n  <p class="opened-as-file">${escape(openedAsFile)}</p>`)
}
