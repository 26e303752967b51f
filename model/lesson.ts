import type { Nodes } from 'mdast'

import type { Block } from '../components/text/blocks'
import { nameOf } from '../components/text/inline'
import { readBlocks } from './markdown'
import type { Problem } from './problem'
import { SourceFile } from './source-file'

/** Reads a module's lesson.md: prose for a reader alone, with its exercises in place. */
export function readLesson(file: string, text: string): { blocks: Block[]; problems: Problem[] } {
  const source = new SourceFile(file, text)
  const problems = misplacedExercises(source)
  const blocks = readBlocks(text, ({ node, ...place }) => {
    if (problems.some(problem => problem.line === place.line)) return
    problems.push(
      source.problem(
        'lesson/markup',
        `Expected headings, paragraphs, flat lists, quotations and exercises, found ${foundIn(node)}.`,
        place,
        remedyFor(node),
      ),
    )
  })
  return { blocks, problems }
}

const EXERCISE = /^ {0,3}::exercise\{#[\w-]+\}\s*$/

/** Anything that was meant as an exercise and is not on a line of its own would be shown as it stands. */
function misplacedExercises(source: SourceFile): Problem[] {
  return source.text.split('\n').flatMap((line, index) => {
    const at = line.search(/(?<![:\uFF1A])[:\uFF1A]+\s*exercise\s*[{[\uFF5B]/)
    if (at === -1 || EXERCISE.test(line)) return []
    return [
      source.problem(
        'lesson/exercise',
        `Expected an exercise as ::exercise{#its-id}, found "${line.trim().slice(0, 60)}".`,
        { line: index + 1, column: at + 1, span: line.trimEnd().length - at },
        'two colons, the id with # in braces, and nothing else on the line.',
      ),
    ]
  })
}

function foundIn(node: Nodes): string {
  if (node.type.endsWith('Directive')) return 'a line of colons that is no exercise'
  return node.type === 'list' ? 'a list inside a list or a quotation' : nameOf(node)
}

function remedyFor(node: Nodes): string {
  switch (node.type) {
    case 'list':
      return 'make it one flat list, or end the paragraph before it.'
    case 'link':
      return 'a link begins with https:// or mailto:.'
    default:
      return 'write it as plain Markdown: the lesson is shown on pages of several looks.'
  }
}
