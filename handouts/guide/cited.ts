import type { Workshop } from '../../model/workshop'

/** Keys of every source that the workshop cites anywhere, in the order of the bibliography. */
export function citedKeys(workshop: Workshop): string[] {
  const { references, labels: _, ...rest } = workshop
  const cited = new Set<string>()
  collect(rest, cited)
  return Object.keys(references).filter(key => cited.has(key)).sort((a, b) => nameOf(references[a]!).localeCompare(nameOf(references[b]!), 'en'))
}

const nameOf = (reference: Workshop['references'][string]) => `${reference.authors[0] ?? reference.title} ${reference.year ?? ''}`

function collect(value: unknown, into: Set<string>) {
  if (!value || typeof value !== 'object')
    return
  if ('cite' in value && Array.isArray(value.cite))
    value.cite.forEach(key => into.add(String(key)))
  Object.values(value).forEach(child => collect(child, into))
}
