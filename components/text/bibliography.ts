import type { CitationLabels, Reference } from './reference'

/** One source in full, in the order of the social sciences: who, when, what, where. The DOI is printed apart. */
export function bibliography(reference: Reference, labels: CitationLabels): string {
  const who = reference.authors
    .map(author =>
      author.replace(/^([^,]+), (.+)$/, (_, family: string, given: string) => `${family}, ${initials(given)}`),
    )
    .join(', ')
  const when = `(${reference.year ?? labels.undated})`
  const what = reference.title.replace(/[.?!…]?$/, end => end || '.')
  const where = [
    reference.container?.replace(/\.$/, ''),
    reference.volume && `${reference.volume}${reference.issue ? `(${reference.issue})` : ''}`,
    reference.pages,
  ]
    .filter(Boolean)
    .join(', ')
  // Where no author is named, the title leads, as it does in the order of the list.
  return [...(who ? [who, when, what] : [what, when]), where && `${where}.`]
    .filter(Boolean)
    .join(' ')
    .replaceAll('..', '.')
}

/** "Ronald S." → "R. S."; a hyphen is kept: "Hans-Georg" → "H.-G." */
function initials(given: string): string {
  return given
    .split(' ')
    .map(name =>
      name
        .split('-')
        .map(part => (part.length > 1 ? `${part[0]}.` : part))
        .join('-')
        .replaceAll('..', '.'),
    )
    .join(' ')
}
