import { createHash } from 'node:crypto'

/**
 * What a page of the site may do: nothing that does not come from its own folder, and nothing inline but the two
 * pieces that every page begins with, named by their hashes. It stands in every page, since static hosts send no
 * headers; our own server sends it as well.
 */
export function policyFor(inline: { script: string; style: string }): string {
  return `default-src 'self'; script-src 'self' ${hashOf(inline.script)}; style-src 'self' ${hashOf(inline.style)}; ${SHARED}`
}

const SHARED = "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"
/**
 * Slidev sets styles on elements; its folder alone may have that.
 * @param script the one inline script of its page
 */
export const deckPolicy = (script: string) =>
  `default-src 'self'; script-src 'self' ${hashOf(script)}; style-src 'self' 'unsafe-inline'; ${SHARED}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
