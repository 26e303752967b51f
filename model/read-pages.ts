import type { Block } from '../components/text/blocks'
import type { ContentFiles } from './content-files'
import { readLesson } from './lesson'
import type { Problem } from './problem'
import type { SourceFile } from './source-file'
import type { PageName } from './workshop'
import { PAGES } from './workshop'

/** The prose of the self-paced site's own pages; nothing when one of them is missing. */
export function readPages(files: ContentFiles): Record<PageName, Block[]> | undefined {
  const pages = PAGES.map(name => {
    const file = `content/site/${name}.md`
    const text = files.text(file)
    const { blocks, problems } = readLesson(file, text ?? '')
    problems.forEach(files.report)
    for (const block of blocks) {
      if (block.type === 'exercise') files.report(placeless(files.read.get(file)!, block.id))
    }
    return text === undefined ? undefined : ([name, blocks] as const)
  })
  return pages.includes(undefined)
    ? undefined
    : (Object.fromEntries(pages as [PageName, Block[]][]) as Record<PageName, Block[]>)
}

/** An exercise belongs to the part that asks it; a second place would make two of its answer. */
function placeless(file: SourceFile, id: string): Problem {
  const offset = file.text.indexOf(`{#${id}}`)
  return file.problem(
    'site/exercise',
    `Expected prose alone on this page, found the exercise "${id}".`,
    file.placeOf(offset, id.length + 3),
    'move it to the lesson.md of the part that asks it, and link to that part from here.',
  )
}
