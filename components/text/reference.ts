/** One source, as a learner may see it. */
export interface Reference {
  type: string
  authors: string[]
  year?: number
  title: string
  container?: string
  volume?: string
  issue?: string
  pages?: string
  doi?: string
  standing: 'uncontested' | 'contested' | 'retracted'
  seen: 'abstract' | 'second-hand' | 'memory'
  unsure?: true
  note?: string
}

export interface CitationLabels {
  and: string
  others: string
  undated: string
  contested: string
  retracted: string
}

/** "Epley & Schroeder, 2014", with the standing of a source that is in doubt: nobody can cite it without saying so. */
export function citation(reference: Reference, labels: CitationLabels): string {
  const names = reference.authors.map(familyName)
  const who =
    names.length === 0
      ? reference.title
      : names.length > 2
        ? `${names[0]} ${labels.others}`
        : names.join(` ${labels.and} `)
  const when = reference.year ? String(reference.year) : labels.undated
  const standing = reference.standing === 'uncontested' ? '' : `, ${labels[reference.standing]}`
  return `${who}, ${when}${standing}`
}

const familyName = (author: string) => author.split(',')[0]!
