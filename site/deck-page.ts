import { escapeHtml } from '../components/text/html'
import { hashOf } from './policy'

/** Browsers load no modules from files, so that Slidev's page would stay blank: there, it says what to do instead. */
const SCRIPT = "if(/^(file|content):$/.test(location.protocol))document.documentElement.classList.add('as-file')"
const STYLE =
  '.opened-as-file{display:none}' +
  '.as-file .opened-as-file{display:block;max-width:38rem;margin:3rem auto;padding:0 1rem;font:1.2rem/1.5 system-ui}'
/** The policy that setup/built-pages.ts puts into the page: where it begins, and the rest of its tag. */
const POLICY = /(<meta http-equiv="Content-Security-Policy" content="default-src 'self';)([^>]*>)/

/**
 * The page of the public deck; what it says when it is opened as a file needs one script more in its policy.
 * @param html as the deck is built
 * @param openedAsFile what it says when the folder was opened by a double click
 */
export function deckPage(html: string, openedAsFile: string): string {
  if (!POLICY.test(html)) throw new Error('The page of the deck states no content security policy.')
  return html
    .replace(
      POLICY,
      (_, begin: string, rest: string) =>
        `${begin} script-src 'self' ${hashOf(SCRIPT)};${rest}\n<script>${SCRIPT}</script>\n<style>${STYLE}</style>`,
    )
    .replace(/<body[^>]*>/, body => `${body}\n  <p class="opened-as-file">${escapeHtml(openedAsFile)}</p>`)
}
