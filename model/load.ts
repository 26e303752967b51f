import { setImmediate as othersTurn } from 'node:timers/promises'

import { isSpare, withActivities } from './activities'
import { crossCheck } from './checks'
import { checkFolders } from './checks/folders'
import { scriptFile } from './checks/locate'
import { checkRunningOrder } from './checks/running-order'
import { ContentFiles } from './content-files'
import { MODULES_FOLDER, RECORD_FILES } from './content-paths'
import { withMinutes } from './minutes/of-exercises'
import type { Note, PlaceOf } from './notes'
import { notesOf } from './notes'
import type { Problem } from './problem'
import { ContentError, sortProblems } from './problem'
import { readModules } from './read-modules'
import { readPages } from './read-pages'
import type { Exercise } from './schemas/exercise'
import { guideSchema } from './schemas/guide'
import { interfaceSchema, withKindLabels } from './schemas/interface'
import { referencesSchema } from './schemas/reference'
import { wordsSchema } from './schemas/words'
import { workshopSchema } from './schemas/workshop'
import type { Slide } from './slides'
import { readDeck } from './slides'
import type { YamlFile } from './source-file'
import type { Module, Workshop } from './workshop'

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

  const { modules, exercises: untimed, whole } = await readModules(files, folders)
  // Checks across files need all records: with one unreadable, they would report the others for naming it.
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
    const exercises = withMinutes(untimed, modules, workshop)
    const slides = withNotes(withActivities(deck.slides, modules), modules, exercises, files)
    const shared = { ...workshop, labels: withKindLabels(labels), references, guide }
    const checked = ordered && deck.sound ? slides : undefined
    crossCheck({ root, workshop: shared, modules, exercises, slides: checked, words, files: files.read, report })
    if (problems.length === 0) return { workshop: { ...shared, pages, modules, exercises, slides }, problems }
  }
  return { problems: sortProblems(withoutConsequences(problems)) }
}

/** An invisible character causes other problems in its line: it alone is reported. */
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
    const next = slides[index + 1]
    if (isSpare(slide) || (next && !isSpare(next) && next.part === slide.part)) return []
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
