/**
 * A sentence as screens and papers need it: plain strings with emphasis, links and citations.
 * Authors write Markdown; `prose.ts` reads it once, so no page carries a Markdown parser.
 */
export type Inline =
  string | { em: RichText } | { strong: RichText } | { link: string; text: RichText } | { cite: string[] }

export type RichText = Inline[]

/** The words alone, for titles, labels, tests and screen-reader names. Citations are left out. */
export function plainText(text: RichText | string): string {
  return squeeze(words(text))
}

function words(text: RichText | string): string {
  if (typeof text === 'string') return text
  return text
    .map(part => {
      if (typeof part === 'string') return part
      if ('em' in part) return words(part.em)
      if ('strong' in part) return words(part.strong)
      return 'link' in part ? words(part.text) : ''
    })
    .join('')
}

function squeeze(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim()
}

/** Every source key cited in a text, in order of appearance. */
export function citesIn(text: RichText): string[] {
  return text.flatMap(part => {
    if (typeof part === 'string') return []
    if ('cite' in part) return part.cite
    if ('em' in part) return citesIn(part.em)
    return citesIn('strong' in part ? part.strong : part.text)
  })
}
