import { setImmediate as othersTurn } from 'node:timers/promises'

import type { Drawing } from '../components/look/drawings'
import type { Block } from '../components/text/blocks'
import { withActivities } from './activities'
import { crossCheck } from './checks'
import { scriptFile } from './checks/places'
import { checkFolders, checkRunningOrder } from './checks/running-order'
import { ContentFiles } from './content-files'
import { MODULES_FOLDER, RECORD_FILES } from './content-paths'
import { readLesson } from './lesson'
import { workingSeconds } from './minutes/working'
import { moduleId } from './names'
import type { Note, PlaceOf } from './notes'
import { notesOf } from './notes'
import type { Problem } from './problem'
import { ContentError, sortProblems } from './problem'
import { readExercises } from './read-exercises'
import { exercisesOf, isArrival } from './schedule'
import { drawingSchema } from './schemas/drawing'
import type { Exercise } from './schemas/exercise'
import { interfaceSchema, withKindLabels } from './schemas/interface'
import type { ModuleRecord } from './schemas/module'
import { moduleSchema } from './schemas/module'
import { referencesSchema } from './schemas/reference'
import { wordsSchema } from './schemas/words'
import { guideSchema, workshopSchema } from './schemas/workshop'
import type { Slide } from './slides'
import { readDeck } from './slides'
import type { SourceFile, YamlFile } from './source-file'
import type { Module, PageName, Workshop } from './workshop'
import { PAGES } from './workshop'

export interface Loaded {
  /** The workshop, when there is no problem at all. */
  workshop?: Workshop
  /** Every problem of every file, sorted by place. */
  problems: Problem[]
}

/**
 * Reads and checks everything under `content/` and slides.md. Writes nothing and needs no browser. Between files others
 * have their turn: printing starts its browser meanwhile, which takes as long.
 * @param root the project's folder
 * @returns the workshop, or every problem there is; never throws on bad content
 */
export async function loadWorkshop(root: string): Promise<Loaded> {
  const problems: Problem[] = []
  const report = (problem: Problem) => void problems.push(problem)
  const files = new ContentFiles(root, report)

  const strangers = ['content', 'public'].flatMap(folder => files.strangersIn(folder))
  if (strangers.length) return { problems: sortProblems(strangers) }

  const workshop = files.record(RECORD_FILES.workshop, workshopSchema, 'workshop')
  await othersTurn()
  const labels = files.record(RECORD_FILES.interface, interfaceSchema, 'interface')
  await othersTurn()
  const references = files.record(RECORD_FILES.references, referencesSchema, 'references')
  const guide = files.record(RECORD_FILES.guide, guideSchema, 'guide')

  const words = files.namesIn('content', 'files').includes('words.yaml')
    ? files.record(RECORD_FILES.words, wordsSchema, 'words')
    : []

  await othersTurn()
  const pages = readPages(files)
  const named = files.namesIn(MODULES_FOLDER, 'folders')
  const folders = checkFolders(named, report)
  const deck = await readDeck(root, folders, labels?.guide)
  deck.problems.forEach(report)
  deck.files.forEach(file => files.read.set(file.file, file))
  const ordered = checkRunningOrder(folders, deck, report)

  const { modules, exercises, whole } = await readModules(files, folders)
  // Checks across files speak of records; with one unreadable they would blame its absence on the others.
  if (
    whole &&
    folders.length &&
    folders.length === named.length &&
    workshop &&
    labels &&
    references &&
    guide &&
    words &&
    pages
  ) {
    const slides = withNotes(withActivities(deck.slides, modules), modules, exercises, files)
    const shared = { ...workshop, labels: withKindLabels(labels), references, guide }
    const checked = ordered && deck.sound ? slides : undefined
    crossCheck({ root, workshop: shared, modules, exercises, slides: checked, words, files: files.read, report })
    if (problems.length === 0) return { workshop: { ...shared, pages, modules, exercises, slides }, problems }
  }
  return { problems: sortProblems(withoutConsequences(problems)) }
}

/** A character that nobody sees makes other things wrong in its line: it is said, and they are not. */
function withoutConsequences(problems: Problem[]): Problem[] {
  const lines = new Set(problems.filter(({ rule }) => rule === CHARACTERS).map(({ file, line }) => `${file}:${line}`))
  return problems.filter(({ file, line, rule }) => rule === CHARACTERS || !lines.has(`${file}:${line}`))
}
const CHARACTERS = 'content/characters'

/** The workshop, or a ContentError with every problem. */
export async function loadOrThrow(root: string): Promise<Workshop> {
  const { workshop, problems } = await loadWorkshop(root)
  if (!workshop) throw new ContentError(problems)
  return workshop
}

/** The prose of the self-paced site's own pages; nothing when one of them is missing. */
function readPages(files: ContentFiles): Record<PageName, Block[]> | undefined {
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

async function readModules(files: ContentFiles, folders: string[]) {
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
  return { modules: placed, exercises: timed(placed, found), whole }
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

/** Slides that show an exercise take their notes from its script, and the last of a part ends with its last words. */
function withNotes(
  slides: Slide[],
  modules: Module[],
  exercises: Record<string, Exercise>,
  files: ContentFiles,
): Slide[] {
  const placeOf: PlaceOf = (exercise, role, index) => {
    const path = ['facilitator', 'script', role, index]
    const yaml = scriptFile(exercise, files.read)
    return { file: yaml.file, line: yaml.lineOf(path) }
  }
  const lastWords = (slide: Slide, index: number): Note[] => {
    if (slides[index + 1]?.part === slide.part) return []
    const { folder, facilitator } = modules.find(({ id }) => id === slide.part)!
    const yaml = files.read.get(`${folder}/module.yaml`) as YamlFile
    const line = yaml.lineOf(['facilitator', 'transition'])
    return [{ kind: 'say', text: facilitator.transition, file: yaml.file, line }]
  }
  return slides.map((slide, index) => ({
    ...slide,
    notes: [...notesOf(slide, exercises, placeOf), ...lastWords(slide, index)],
  }))
}

/**
 * The exercises in running order, with the minutes that the activities give them, or their own for home. What people
 * do while they arrive takes as long as its answers do: its activity is as long as the doors are open.
 */
function timed(modules: Module[], exercises: Record<string, Exercise>): Record<string, Exercise> {
  const placed = modules.flatMap(module => module.activities.filter(activity => 'exercise' in activity))
  const minutes = new Map(
    placed.map(activity => {
      const exercise = isArrival(activity) ? exercises[activity.exercise] : undefined
      return [activity.exercise, exercise ? Math.ceil(workingSeconds(exercise) / 60) : activity.minutes]
    }),
  )
  const ids = new Set([...modules.flatMap(exercisesOf), ...Object.keys(exercises)])
  return Object.fromEntries(
    [...ids]
      .filter(id => Object.hasOwn(exercises, id))
      .map(id => [id, { ...exercises[id]!, minutes: minutes.get(id) ?? exercises[id]!.minutesAtHome ?? 0 }]),
  )
}
