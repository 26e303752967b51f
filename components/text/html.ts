import type { CitationLabels, Reference } from './reference'
import { citation } from './reference'
import type { RichText } from './rich-text'

export interface CitationContext {
  references: Record<string, Reference>
  labels: CitationLabels
}

/** Text for an element or an attribute of HTML: it cannot end either. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** Data for a script element: nothing in it ends the element. */
export const jsonForHtml = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')

/** Rich text as HTML, for pages that Vue does not render. All words are escaped; a citation is names and a year. */
export function toHtml(text: RichText, context: CitationContext): string {
  return text
    .map(part => {
      if (typeof part === 'string') return escapeHtml(part)
      if ('em' in part) return `<em>${toHtml(part.em, context)}</em>`
      if ('strong' in part) return `<strong>${toHtml(part.strong, context)}</strong>`
      if ('link' in part) return `<a href="${escapeHtml(part.link)}" rel="noreferrer">${toHtml(part.text, context)}</a>`
      return `<cite>${escapeHtml(`(${part.cite.map(key => named(key, context)).join('; ')})`)}</cite>`
    })
    .join('')
}

/** `check` refuses unknown keys; while an author types one, it is shown as it stands. */
function named(key: string, { references, labels }: CitationContext): string {
  const reference = references[key]
  return reference ? citation(reference, labels) : `@${key}`
}
