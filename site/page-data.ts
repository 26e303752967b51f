import type { AnyKind } from '../components/exercises/kind'
import { kindOf, kinds } from '../components/exercises/registry'
import { hasOwn } from '../components/has-own'
import type { ComponentLabels } from '../components/labels.schema'
import type { Accent } from '../components/look/accents'
import type { Block } from '../components/text/blocks'
import { citedKeys } from '../components/text/cited'
import type { RichText } from '../components/text/rich-text'
import { plainText } from '../components/text/rich-text'
import type { WorkshopContext } from '../components/workshop-context'
import { exercisesOf } from '../model/schedule'
import type { LearnerExercise, LearnerFollowUp, LearnerModule, LearnerWorkshop } from '../model/views'
import type { Section } from './headings'
import { lessonSections } from './headings'
import type { PageExercise } from './page-exercise'
import { withoutSaid } from './page-exercise'
import type { SitePage } from './pages'
import { fileOf } from './pages'
import { canBeAskedAgain, firstAsked } from './rounds'

/** One part of the workshop, as far as pages speak of it to each other. */
export interface Part {
  id: string
  title: string
  mistake?: number
  accent: Accent
  file: string
  summary: RichText
  /** How long reading and doing take, about. */
  minutes: number
  /** Ids of its exercises, in the order of its lesson. */
  exercises: string[]
}

type Labels = LearnerWorkshop['labels']
/** The words of what may come alive: on every page, and on the pages that have it. */
type PageLabels = ComponentLabels & Pick<Labels, 'site'> & Partial<Pick<Labels, keyof typeof OF_ONE_KIND>>
const OF_ONE_KIND = { takeHome: 'take-home', recallRound: 'recall', offline: 'about' } as const
/** Words that are prerendered, or belong to another output. */
const NEVER_ALIVE = ['deck', 'handouts', 'lesson', 'stage', 'pages', 'room', 'roomScreen', 'desk', 'roomRefusals']

/** What a page brings along for its scripts: as much of the workshop as they show, and nothing more. */
export interface PageData extends WorkshopContext {
  /** The workshop's. */
  id: string
  title: string
  labels: PageLabels
  kind: SitePage['kind']
  file: string
  /** The module of a lesson. */
  module?: string
  /** The parts that it speaks of, in order. */
  modules: Part[]
  exercises: Record<string, PageExercise>
  followUp: LearnerFollowUp[]
  /** What can be resumed, by page: on the page where one resumes. */
  sections?: Record<string, Section[]>
  /** Bytes of the slides and papers: on the page that offers to keep them. */
  extrasSize?: number
}

/** Pages that gather what was done everywhere need every exercise; a lesson needs its own. */
export function pageData(workshop: LearnerWorkshop, { kind, file, module }: SitePage, extrasSize: number): PageData {
  const ids = Object.keys(workshop.exercises)
  const shown = module ? partOf(workshop, module).exercises : ids.filter(id => isShown(kind, workshop.exercises[id]!))
  const kindOfExercise = (id: string) => kindOf(workshop.exercises[id]!.kind)
  // What takes ideas or people from other answers is shown with the exercises whose answers give them.
  const takes = (what: 'takesIdeas' | 'takesPeople') => shown.some(id => kindOfExercise(id)[what])
  const [takesIdeas, takesPeople] = [takes('takesIdeas'), takes('takesPeople')]
  const gives = ({ ideas, people }: AnyKind) => (takesIdeas && ideas) || (takesPeople && people)
  const wanted = ids.filter(id => shown.includes(id) || gives(kindOfExercise(id)))
  // A part asks its own exercises the first time; what only gives ideas is read as it is anywhere.
  const asked = (id: string) => (module ? firstAsked(workshop.exercises[id]!) : workshop.exercises[id]!)
  const brought = (id: string) => (kind === 'welcome' ? measured : withoutSaid)(asked(id))
  const exercises = Object.fromEntries(wanted.map(id => [id, brought(id)]))
  return {
    id: workshop.id,
    title: workshop.title,
    language: workshop.language,
    labels: labelsFor(workshop.labels, kind, kind === 'welcome' ? [] : Object.values(exercises)),
    kind,
    file,
    ...(module && { module: module.id }),
    modules: partsOn(workshop, kind, module).map(each => partOf(workshop, each)),
    exercises,
    references: Object.fromEntries(
      citedKeys(exercises, workshop.references).map(key => [key, workshop.references[key]!]),
    ),
    followUp: kind === 'take-home' ? workshop.followUp : [],
    ...(kind === 'welcome' && {
      sections: Object.fromEntries(workshop.modules.map(each => [fileOf(each), lessonSections(workshop, each)])),
    }),
    ...(kind === 'about' && { extrasSize }),
  }
}

/** A lesson speaks of itself and of the next; were each to bring all, pages would weigh the square of their number. */
function partsOn({ modules }: LearnerWorkshop, kind: SitePage['kind'], module?: LearnerModule): LearnerModule[] {
  if (module) return modules.slice(modules.indexOf(module), modules.indexOf(module) + 2)
  return kind === 'about' || kind === 'accessibility' ? [] : modules
}

export function partOf(workshop: LearnerWorkshop, module: LearnerModule): Part {
  const { id, title, mistake, accent, summary } = module
  const placed = module.lesson.flatMap(block => (block.type === 'exercise' ? [block.id] : []))
  const exercises = exercisesOf(module).sort((a, b) => placed.indexOf(a) - placed.indexOf(b))
  return {
    id,
    title,
    ...(mistake && { mistake }),
    accent,
    file: fileOf(module),
    summary,
    minutes:
      Math.ceil(wordsIn(module.lesson) / WORDS_A_MINUTE) +
      exercises.reduce((sum, exercise) => sum + workshop.exercises[exercise]!.minutes, 0),
    exercises,
  }
}

/** As much of an exercise as `read` and `progress` of its kind need. */
function measured(exercise: LearnerExercise): PageExercise {
  const { reveal: _, ...rest } = withoutSaid(exercise)
  return rest as PageExercise
}

/** Welcome and take-home speak of every exercise; the recall of those that can be asked again. */
function isShown(kind: SitePage['kind'], exercise: LearnerExercise): boolean {
  return kind === 'welcome' || kind === 'take-home' || (kind === 'recall' && canBeAskedAgain(exercise))
}

/** @param asked the exercises that a page asks or shows: the words of other kinds would only weigh it down */
function labelsFor(labels: Labels, kind: SitePage['kind'], asked: readonly PageExercise[]): PageLabels {
  const pageOf: Record<string, string> = OF_ONE_KIND
  const isNeeded = (group: string) =>
    hasOwn(kinds, group)
      ? asked.some(exercise => exercise.kind === group)
      : !NEVER_ALIVE.includes(group) && (pageOf[group] ?? kind) === kind
  return Object.fromEntries(Object.entries(labels).filter(([group]) => isNeeded(group))) as PageLabels
}

/** A careful pace, which people who read in a second language keep as well. */
const WORDS_A_MINUTE = 180

function wordsIn(blocks: Block[]): number {
  return blocks
    .flatMap(block =>
      block.type === 'exercise'
        ? []
        : block.type === 'list'
          ? block.items
          : block.type === 'quote'
            ? block.text
            : [block.text],
    )
    .reduce((sum, text) => sum + plainText(text).split(' ').length, 0)
}
