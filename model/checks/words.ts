import { RECORD_FILES } from '../content-paths'
import { SLUG } from '../names'
import type { Records } from '../records'
import type { WordsRecord } from '../schemas/words'
import type { SourceFile } from '../source-file'
import { YamlFile } from '../source-file'

/** Titles of sources are other people's words, and the list itself has to name what it avoids. */
const LEFT_OUT: readonly string[] = [RECORD_FILES.references, RECORD_FILES.words]

/** What a list of words to avoid finds in everything that the content says. */
export function checkWords({ words, files, report }: Pick<Records, 'words' | 'files' | 'report'>) {
  const texts = [...files.values()]
    .filter(({ file }) => !LEFT_OUT.includes(file))
    .flatMap(file => textsOf(file).map(found => ({ file, ...found, plain: plain(found.text) })))
  // A look at plain letters first: hardly any of these words are anywhere, and a pattern for all letters is slow.
  for (const entry of words)
    for (const phrase of entry.avoid) {
      const parts = phrase.split(/\s+/).map(plain)
      const found = texts
        .filter(({ plain }) => parts.every(part => plain.includes(part)))
        .flatMap(({ file, text, offset }) =>
          [...text.matchAll(pattern(phrase))].map(match => ({ file, words: match[0], offset: offset + match.index })),
        )
      for (const { file, words, offset } of found.slice(entry.most ?? 0))
        report(
          file.problem(
            'words/avoid',
            expected(phrase, words, entry, found.length),
            file.placeOf(offset, words.includes('\n') ? undefined : words.length),
            `${entry.why} ${RECORD_FILES.words} has the list.`,
          ),
        )
    }
}

const expected = (phrase: string, found: string, { say, most }: WordsRecord[number], times: number) =>
  most === undefined
    ? `Expected other words (${say}), found “${found.replace(/\s+/g, ' ')}”.`
    : `Expected “${phrase}” at most ${timesInWords(most)} in all the content, ` +
      `found it ${timesInWords(times)}: say ${say}.`

const timesInWords = (n: number) => (n === 1 ? 'once' : `${n} times`)

/** The words as a whole, in any capitals, also where a line ends between them. */
function pattern(phrase: string): RegExp {
  const words = phrase.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
  return new RegExp(`(?<![\\p{L}\\p{N}-])${words.join('\\s+')}(?![\\p{L}\\p{N}-])`, 'giu')
}

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'")

/** What a file says, and where: texts of a YAML file without the ids among them, or all of a Markdown file. */
function textsOf(file: SourceFile | YamlFile): { text: string; offset: number }[] {
  return file instanceof YamlFile
    ? file.texts().filter(({ text }) => !SLUG.test(text))
    : [{ text: file.text.replace(ID_ALONE, hidden => ' '.repeat(hidden.length)), offset: 0 }]
}

/** A line of a slide's frontmatter that names something, such as `layout: points`. */
const ID_ALONE = /^[a-z]+: *[a-z][a-z0-9-]*$/gm
