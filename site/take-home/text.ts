import { plainText } from '../../components/text/rich-text'
import type { KeptPart } from './gather'

/** The document as plain text, for any editor there is. */
export function asText(title: string, saved: string, parts: readonly KeptPart[]): string {
  const chapters = parts
    .filter(({ kept }) => kept.length)
    .map(({ part, kept }) =>
      [
        underlined(part.title, '='),
        ...kept.map(({ title, said }) =>
          [underlined(title, '-'), ...said.map(({ ask, said }) => `${plainText(ask)}\n${indented(said)}`)].join('\n\n'),
        ),
      ].join('\n\n'),
    )
  return `${[underlined(title, '='), saved, ...chapters].join('\n\n')}\n`
}

const underlined = (text: string, line: string) => `${text}\n${line.repeat([...text].length)}`
const indented = (text: string) =>
  text
    .split(/\r?\n/)
    .map(line => `  ${line}`.trimEnd())
    .join('\n')
