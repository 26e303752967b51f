import { DEVICE } from '../names'
import { ISLANDS, PAGE_FILES, PLACES } from '../page-names'
import type { Problem } from '../problem'
import type { Records } from '../records'
import type { SourceFile } from '../source-file'
import { yamlOf, yamlOfExercise } from './locate'

const START = { line: 1, column: 1 }
const FILES: readonly string[] = Object.values(PAGE_FILES)
const IDS: readonly string[] = [...Object.values(PLACES), ...Object.values(ISLANDS)]

/**
 * Modules become pages and exercises become places on them: neither may have the name of one that the site
 * has already.
 */
export function checkReserved(records: Records) {
  for (const { id, folder } of records.modules) {
    if (DEVICE.test(id)) records.report(deviceName(yamlOf(records, `${folder}/module.yaml`), 'module', 'folder', id))
    if (FILES.includes(id))
      records.report(
        yamlOf(records, `${folder}/module.yaml`).problem(
          'module/reserved',
          `Expected a folder whose name no page of the site has, found "${id}".`,
          START,
          `rename the folder, here and in slides.md; the site's own pages are ${FILES.join(', ')}.`,
        ),
      )
  }
  for (const exercise of Object.values(records.exercises)) {
    if (DEVICE.test(exercise.id))
      records.report(deviceName(yamlOfExercise(records, exercise), 'exercise', 'file', exercise.id))
    if (IDS.includes(exercise.id))
      records.report(
        yamlOfExercise(records, exercise).problem(
          'exercise/reserved',
          `Expected a file whose name no place of a page has, found "${exercise.id}".`,
          START,
          'rename the file, and name it so in module.yaml, slides.md and lesson.md.',
        ),
      )
  }
}

const deviceName = (source: SourceFile, rule: string, what: string, id: string): Problem =>
  source.problem(
    `${rule}/reserved`,
    `Expected a ${what} whose name every system can write, found "${id}".`,
    START,
    `rename the ${what}; on Windows "${id}" is a device.`,
  )
