import { setImmediate as othersTurn } from 'node:timers/promises'

import type { Drawing } from '../components/look/drawings'
import type { ContentFiles } from './content-files'
import { MODULES_FOLDER } from './content-paths'
import { readLesson } from './lesson'
import { moduleId } from './names'
import { readExercises } from './read-exercises'
import { drawingSchema } from './schemas/drawing'
import type { Exercise } from './schemas/exercise'
import type { ModuleRecord } from './schemas/module'
import { moduleSchema } from './schemas/module'
import type { YamlFile } from './source-file'
import type { Module } from './workshop'

/** The modules and their exercises, as far as they could be read. */
export interface ReadModules {
  modules: Module[]
  /** By id. */
  exercises: Record<string, Exercise>
  /** Whether every file could be read. */
  whole: boolean
}

/**
 * Reads the modules with their lessons, drawings and exercises.
 * @param folders names below content/modules, in running order
 */
export async function readModules(files: ContentFiles, folders: string[]): Promise<ReadModules> {
  const modules: Module[] = []
  const found: Record<string, Exercise> = {}
  let whole = true
  for (const name of folders) {
    await othersTurn()
    const folder = `${MODULES_FOLDER}/${name}`
    const record = files.record(`${folder}/module.yaml`, moduleSchema, 'module')
    const text = files.text(`${folder}/lesson.md`)
    const lesson = readLesson(`${folder}/lesson.md`, text ?? '')
    lesson.problems.forEach(files.report)
    const drawing = readDrawing(files, folder, record)
    const own = readExercises(files, folder)
    whole &&= own.whole && record !== undefined && text !== undefined && drawing !== 'broken'
    for (const exercise of own.exercises) {
      if (Object.hasOwn(found, exercise.id)) {
        files.report(
          files.read
            .get(`${folder}/exercises/${exercise.id}.yaml`)!
            .problem(
              'exercise/id',
              `Expected an id of its own, found a second exercise called "${exercise.id}".`,
              { line: 1, column: 1 },
              'rename one of the two files; answers are kept under its name.',
            ),
        )
        whole = false
      }
      found[exercise.id] = exercise
    }
    if (record)
      modules.push({
        ...record,
        id: moduleId(name),
        folder,
        lesson: lesson.blocks,
        forHome: [],
        ...(drawing && drawing !== 'broken' && { drawing }),
      })
  }
  const placed = modules.map(module => ({ ...module, forHome: forHome(module, found) }))
  return { modules: placed, exercises: found, whole }
}

/** Ids of the exercises in a module's lesson that are for home, each once. */
function forHome({ lesson }: Module, exercises: Record<string, Exercise>): string[] {
  const ids = lesson.flatMap(block => (block.type === 'exercise' ? [block.id] : []))
  return [...new Set(ids)].filter(id => Object.hasOwn(exercises, id) && exercises[id]!.minutesAtHome !== undefined)
}

/** The drawing of a module, if it has one; a mistake must. */
function readDrawing(files: ContentFiles, folder: string, module?: ModuleRecord): Drawing | 'broken' | undefined {
  if (files.namesIn(folder, 'files').includes('drawing.yaml'))
    return files.record(`${folder}/drawing.yaml`, drawingSchema, 'drawing') ?? 'broken'
  if (module?.mistake === undefined) return undefined
  files.report(
    (files.read.get(`${folder}/module.yaml`) as YamlFile).problemAt(
      'module/mistake',
      'Expected a mistake to have a drawing.yaml beside this file, found none.',
      ['mistake'],
      'copy the drawing.yaml of another module and change it, or remove "mistake:" if this part is none.',
    ),
  )
  return 'broken'
}
