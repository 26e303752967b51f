import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

/** The page that shows one exercise alone, beside Slidev's own index.html. */
const STAGE_PAGE = 'exercises.html'

const SHARED = "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"
/** No other host is ever asked for anything, and nothing inline runs. */
const STAGE_POLICY = `default-src 'self'; ${SHARED}`
/** Slidev sets styles on elements, so among the slides styles alone may be inline. */
const DECK_POLICY = `default-src 'self'; style-src 'self' 'unsafe-inline'; ${SHARED}`

/**
 * What is built beside the slides: the stage as a second page, so that both share what they load and one build makes
 * them; and in each page the content security policy that it states itself, since static hosts send no headers.
 * @param root the project's folder
 */
export function builtPages(root: string): Plugin {
  const stage = join(root, STAGE_PAGE).replaceAll('\\', '/')
  return {
    name: 'workshop-pages',
    apply: 'build',
    config: () => ({ build: { rollupOptions: { input: { exercises: stage } } } }),
    resolveId: { order: 'pre', handler: id => (id === stage ? id : undefined) },
    load: {
      order: 'pre',
      handler: id => (id === stage ? readFileSync(join(root, 'setup/stage', STAGE_PAGE), 'utf8') : undefined),
    },
    // As text, since Vite would write the quotes of an attribute that it is given as entities.
    transformIndexHtml: (html, { path }) =>
      html.replace('<head>', `<head>\n${policyMeta(path.endsWith(STAGE_PAGE) ? STAGE_POLICY : DECK_POLICY)}`),
  }
}

const policyMeta = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`
