import { createHash } from 'node:crypto'

/**
 * What a page of the site may do: nothing that does not come from its own folder, and nothing inline but the two
 * pieces that every page begins with, named by their hashes. It stands in every page, since static hosts send no
 * headers; our own server sends it as well.
 */
export function policyFor(inline: { script: string; style: string }): string {
  const [script, style] = [hashOf(inline.script), hashOf(inline.style)]
  return `default-src 'self'; script-src 'self' ${script}; style-src 'self' ${style}; ${SHARED}`
}

const SHARED = "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"

/** How a policy names a piece of script or style that may stand in the page. */
export const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
