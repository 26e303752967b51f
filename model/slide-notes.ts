import type { SourceSlideInfo } from '@slidev/types'

import type { Block } from '../components/text/blocks'
import { nameOf } from '../components/text/inline'
import { listed } from './describe'
import { readBlocks } from './markdown'
import type { Note } from './notes'
import type { Problem } from './problem'
import { WAIT } from './schemas/script'
import type { SourceFile } from './source-file'

/** The words that notes are labelled with, as interface.yaml spells them: SAY, DO, ASK. */
export type NoteLabels = Record<Note['kind'], string>

interface Paragraph {
  line: number
  lines: string[]
}

type Complain = (message: string, line: number, hint: string) => void

/**
 * The speaker notes in the comment that ends a slide, paragraph by paragraph.
 * @param labels what each paragraph begins with; without them (interface.yaml cannot be read) nothing is read
 */
export function readNotes(
  slide: SourceSlideInfo,
  source: SourceFile,
  labels: NoteLabels | undefined,
): { notes: Note[]; problems: Problem[] } {
  const problems: Problem[] = []
  const complain: Complain = (message, line, hint) =>
    problems.push(source.problem('slide/notes', message, { line, column: 1 }, hint))
  if (!labels) return { notes: [], problems }
  if (!slide.note?.trim())
    complain(
      'Expected speaker notes under this slide, found none.',
      slide.start + 1,
      `end the slide with an HTML comment whose paragraphs begin with ${bold(labels)}.`,
    )
  const notes = paragraphs(slide).flatMap(paragraph => {
    const read = readWait(paragraph, complain)
    if (!read) return []
    const { text, wait } = read
    const [block, ...rest] = readBlocks(text, ({ node }) =>
      complain(
        `Expected plain Markdown in the notes, found ${nameOf(node)}.`,
        paragraph.line,
        'write it as a sentence; the guide prints the notes.',
      ),
    )
    const note = block && readNote(block, labels)
    if (!note || rest.length)
      complain(
        `Expected every paragraph of the notes to begin with ${bold(labels)}, found one that does not.`,
        paragraph.line,
        'put the label first, as interface.yaml spells it, and leave an empty line between paragraphs.',
      )
    return note ? { ...note, ...(wait && { wait }), file: source.file, line: paragraph.line } : []
  })
  return { notes, problems }
}

/** The notes of a slide that shows an exercise stand in the exercise's script; a comment would be a second script. */
export function commentProblems(slide: SourceSlideInfo, source: SourceFile, script: string): Problem[] {
  if (!slide.note?.trim()) return []
  const line = slide.start + slide.raw.slice(0, slide.raw.lastIndexOf('<!--')).split('\n').length
  return [
    source.problem(
      'slide/notes',
      'Expected no comment under a slide that shows an exercise, found one.',
      { line, column: 1 },
      `the notes of this slide come from ${script}: move its lines to \`facilitator.script\` there.`,
    ),
  ]
}

const bold = ({ say, do: act, ask }: NoteLabels) => listed([say, act, ask]).replaceAll('"', '**')

function readNote(block: Block, labels: NoteLabels): Pick<Note, 'kind' | 'text'> | undefined {
  const first = block.type === 'paragraph' ? block.text[0] : undefined
  const label = first && typeof first === 'object' && 'strong' in first ? first.strong[0] : undefined
  const kind = (['say', 'do', 'ask'] as const).find(each => labels[each] === label)
  if (block.type !== 'paragraph' || !kind) return undefined
  const [, next, ...rest] = block.text
  return { kind, text: [typeof next === 'string' ? next.trimStart() : (next ?? ''), ...rest] }
}

/** The text of a paragraph, and the seconds of the `wait: 20` that may end it; nothing where that is broken. */
function readWait({ line, lines }: Paragraph, complain: Complain): { text: string; wait?: number } | undefined {
  const index = lines.findIndex(each => each.startsWith('wait:'))
  if (index === -1) return { text: lines.join('\n') }
  const found = lines[index]!.slice('wait:'.length).trim()
  const wait = /^\d+$/.test(found) ? Number(found) : 0
  if (index === 0 || index < lines.length - 1)
    complain(
      'Expected "wait:" in the last line of a paragraph, found it elsewhere.',
      line + index,
      'put it directly under the last line that is said or done before the wait.',
    )
  else if (wait < WAIT.least || wait > WAIT.most)
    complain(
      `Expected whole seconds from ${WAIT.least} to ${WAIT.most} after "wait:", found "${found}".`,
      line + index,
      'for example `wait: 20`.',
    )
  else return { text: lines.slice(0, -1).join('\n'), wait }
  return undefined
}

/** The paragraphs of the comment that ends a slide, without Slidev's `[click]` marks. */
function paragraphs({ raw, start, note }: SourceSlideInfo): Paragraph[] {
  if (!note?.trim()) return []
  const opening = raw.lastIndexOf('<!--') + '<!--'.length
  const first = start + raw.slice(0, opening).split('\n').length
  const found: Paragraph[] = []
  let isNew = true
  for (const [index, line] of raw.slice(opening, raw.lastIndexOf('-->')).split('\n').entries()) {
    const text = line.replace(/\[click(?::\d+)?\]/g, '').trim()
    if (text && isNew) found.push({ line: first + index, lines: [text] })
    else if (text) found.at(-1)!.lines.push(text)
    isNew = !text
  }
  return found
}
