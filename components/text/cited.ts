import type { Reference } from './reference'

/** Keys of every source that is cited anywhere in a value, however deep, in the order of a bibliography. */
export function citedKeys(value: unknown, references: Record<string, Reference>): string[] {
  const cited = new Set<string>()
  collect(value, cited)
  return Object.keys(references)
    .filter(key => cited.has(key))
    .sort((a, b) => nameOf(references[a]!).localeCompare(nameOf(references[b]!), 'en'))
}

const nameOf = (reference: Reference) => `${reference.authors[0] ?? reference.title} ${reference.year ?? ''}`

function collect(value: unknown, into: Set<string>) {
  if (!value || typeof value !== 'object') return
  if ('cite' in value && Array.isArray(value.cite)) value.cite.forEach(key => into.add(String(key)))
  Object.values(value).forEach(child => collect(child, into))
}
