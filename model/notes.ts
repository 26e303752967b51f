import type { SourceSlideInfo } from '@slidev/types'

import type { Block } from '../components/text/blocks'
import { nameOf } from '../components/text/inline'
import type { RichText } from '../components/text/rich-text'
import { readBlocks } from './markdown'
import type { Problem } from './problem'
import type { SourceFile } from './source-file'

export interface Note {
  kind: 'say' | 'do' | 'ask'
  text: RichText
}

const LABEL = /^(?:SAY|DO|ASK)$/

/** A slide's speaker notes, paragraph by paragraph, each with the label that says what to do with it. */
export function readNotes(slide: SourceSlideInfo, source: SourceFile): { notes: Note[]; problems: Problem[] } {
  const problems: Problem[] = []
  const complain = (message: string, line: number, hint: string) =>
    problems.push(source.problem('slide/notes', message, { line, column: 1 }, hint))
  if (!slide.note?.trim())
    complain(
      'Expected speaker notes under this slide, found none.',
      slide.start + 1,
      'end the slide with an HTML comment whose paragraphs begin with **SAY**, **DO** or **ASK**.',
    )
  const notes = paragraphs(slide).flatMap(({ text, line }) => {
    const [block, ...rest] = readBlocks(text, ({ node }) =>
      complain(
        `Expected plain Markdown in the notes, found ${nameOf(node)}.`,
        line,
        'write it as a sentence; the guide prints the notes.',
      ),
    )
    const note = block && readNote(block)
    if (!note || rest.length)
      complain(
        'Expected every paragraph of the notes to begin with **SAY**, **DO** or **ASK**, found one that does not.',
        line,
        'put the label first, and leave an empty line between paragraphs; a facilitator reads the label before the sentence.',
      )
    return note ?? []
  })
  return { notes, problems }
}

function readNote(block: Block): Note | undefined {
  const first = block.type === 'paragraph' ? block.text[0] : undefined
  const label =
    first && typeof first === 'object' && 'strong' in first && typeof first.strong[0] === 'string'
      ? first.strong[0]
      : ''
  if (block.type !== 'paragraph' || !LABEL.test(label)) return undefined
  const [, next, ...rest] = block.text
  return {
    kind: label.toLowerCase() as Note['kind'],
    text: [typeof next === 'string' ? next.trimStart() : (next ?? ''), ...rest],
  }
}

/** The paragraphs of the comment that ends a slide, with their lines, and without Slidev's `[click]` marks. */
function paragraphs({ raw, start, note }: SourceSlideInfo): { text: string; line: number }[] {
  if (!note?.trim()) return []
  const opening = raw.lastIndexOf('<!--') + '<!--'.length
  const first = start + raw.slice(0, opening).split('\n').length
  const found: { text: string; line: number }[] = []
  let isNew = true
  for (const [index, line] of raw.slice(opening, raw.lastIndexOf('-->')).split('\n').entries()) {
    const text = line.replace(/\[click(?::\d+)?\]/g, '').trim()
    if (text && isNew) found.push({ text, line: first + index })
    else if (text) found.at(-1)!.text += `\n${text}`
    isNew = !text
  }
  return found
}
