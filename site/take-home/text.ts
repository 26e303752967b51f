import { plainText } from '../../components/text/rich-text'
import type { KeptPart } from './gather'

/** The document as plain text, for any editor there is. */
export function asText(title: string, saved: string, parts: readonly KeptPart[]): string {
  const chapters = parts
    .filter(({ kept }) => kept.length)
    .map(({ part, kept }) =>
      [
        underlined(part.title, '='),
        ...kept.map(({ title, texts }) =>
          [underlined(title, '-'), ...texts.map(({ ask, text }) => `${plainText(ask)}\n${indented(text)}`)].join(
            '\n\n',
          ),
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
