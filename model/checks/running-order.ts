import { MODULES_FOLDER } from '../content-paths'
import { describe } from '../describe'
import { moduleId } from '../names'
import type { Problem } from '../problem'
import type { Deck } from '../slides'

/**
 * slides.md is the running order; the folders' numbers only sort, and must say the same.
 * @returns whether the slides can be held against the records
 */
export function checkRunningOrder(folders: string[], deck: Deck, report: (problem: Problem) => void): boolean {
  const source = deck.files.find(file => file.file === 'slides.md')
  let sound = true
  if (!source) return false
  const complain = (rule: string, message: string, line: number, hint: string) => {
    sound = false
    report(source.problem(rule, message, { line, column: 1 }, hint))
  }

  const wanted = folders.map(folder => `${MODULES_FOLDER}/${folder}`)
  const shown = deck.imports.filter(({ folder }) => wanted.includes(folder))
  for (const [index, { module, folder, line }] of shown.entries()) {
    const id = moduleId(folder.split('/').at(-1)!)
    if (module !== id)
      complain(
        'deck/module',
        `Expected "module: ${id}" beside this src, found ${describe(module)}.`,
        line,
        `write "module: ${id}" on the next line; the layouts find their records by it.`,
      )
    if (shown.findIndex(each => each.folder === folder) < index)
      complain(
        'deck/order',
        `Expected each module once, found ${folder} a second time.`,
        line,
        'keep one of the two slides.',
      )
  }
  // A src that leads nowhere has a problem of its own; the module that it meant is not reported as missing as well.
  if (!deck.problems.some(({ file }) => file === 'slides.md') && deck.imports.length === shown.length) {
    for (const folder of wanted.filter(folder => !shown.some(each => each.folder === folder)))
      complain(
        'deck/order',
        `Expected every module in the running order, found no slide for ${folder}.`,
        1,
        `add a slide with "src: ./${folder}/slides.md" and "module: ${moduleId(folder.split('/').at(-1)!)}".`,
      )
  }
  const sorted = shown.toSorted((a, b) => wanted.indexOf(a.folder) - wanted.indexOf(b.folder))
  const first = shown.findIndex(({ folder }, index) => folder !== sorted[index]!.folder)
  if (first !== -1)
    complain(
      'deck/order',
      `Expected ${sorted[first]!.folder} here by its number, found ${shown[first]!.folder}.`,
      shown[first]!.line,
      'renumber the folders or reorder slides.md, so that both say the same.',
    )
  return sound
}
