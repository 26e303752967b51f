import { kindOf, kinds } from '../components/exercises/registry'
import { hasOwn } from '../components/has-own'
import type { ComponentLabels } from '../components/labels.schema'
import type { Accent } from '../components/look/accents'
import type { Block } from '../components/text/blocks'
import { textsOf } from '../components/text/blocks'
import { citedKeys } from '../components/text/cited'
import type { RichText } from '../components/text/rich-text'
import { plainText } from '../components/text/rich-text'
import type { WorkshopContext } from '../components/workshop-context'
import { exercisesOf } from '../model/schedule'
import type { LearnerExercise, LearnerFollowUp, LearnerModule, LearnerWorkshop } from '../model/views'
import { recordFile } from './exercise-record'
import type { Section } from './headings'
import { lessonSections } from './headings'
import type { AskedExercise, PageExercise } from './page-exercise'
import { withoutSaid } from './page-exercise'
import type { SitePage } from './pages'
import { fileOf } from './pages'
import { canBeAskedAgain } from './recall-rounds'

/** One part of the workshop, as far as other pages need it. */
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
/** The words of what is hydrated: on every page, and on the pages that have it. */
type PageLabels = ComponentLabels & Pick<Labels, 'site'> & Partial<Pick<Labels, keyof typeof OF_SOME>>
const OF_SOME = { takeHome: ['take-home', 'recall'], recallRound: ['recall'], offline: ['about'] } as const
/** Words that are prerendered, or belong to another output. */
const NEVER_HYDRATED = ['deck', 'handouts', 'lesson', 'stage', 'pages', 'room', 'roomScreen', 'desk', 'roomRefusals']

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
  /** The parts that it shows or leads to, in order. */
  parts: Part[]
  /** What it asks, or counts: `exercises` has them once they were fetched. */
  asked: Record<string, AskedExercise>
  exercises: Record<string, PageExercise>
  followUp: LearnerFollowUp[]
  /** What can be resumed, by page: on the page where one resumes. */
  sections?: Record<string, Section[]>
  /** Bytes of the slides and papers: on the page that offers to keep them. */
  extrasSize?: number
}

/**
 * A page that gathers what was answered anywhere, or asks again, brings its exercises along. A lesson, and the page
 * that counts what was done, name theirs and fetch them as they are approached or answered.
 */
export function pageData(workshop: LearnerWorkshop, { kind, file, module }: SitePage, extrasSize: number): PageData {
  const ids = Object.keys(workshop.exercises)
  const asked = module ? partOf(workshop, module).exercises : kind === 'welcome' ? ids : []
  const brought = ids.filter(
    id => kind === 'take-home' || (kind === 'recall' && canBeAskedAgain(workshop.exercises[id]!)),
  )
  const exercises = Object.fromEntries(brought.map(id => [id, withoutComparisons(workshop.exercises[id]!)]))
  return {
    id: workshop.id,
    title: workshop.title,
    language: workshop.language,
    labels: labelsFor(workshop.labels, kind, Object.values(exercises)),
    kind,
    file,
    ...(module && { module: module.id }),
    modules: (module ? namedIn(workshop, asked) : workshop.modules).map(({ id, title, mistake, accent }) => ({
      id,
      title,
      ...(mistake && { mistake }),
      accent,
    })),
    parts: partsOn(workshop, kind, module).map(each => partOf(workshop, each)),
    asked: askedOf(workshop, asked, module !== undefined),
    exercises,
    references: Object.fromEntries(
      citedKeys(exercises, workshop.references).map(key => [key, workshop.references[key]!]),
    ),
    followUp: kind === 'recall' ? workshop.followUp : kind === 'take-home' ? workshop.followUp.map(withoutAnswers) : [],
    ...(kind === 'welcome' && {
      sections: Object.fromEntries(workshop.modules.map(each => [fileOf(each), lessonSections(workshop, each)])),
    }),
    ...(kind === 'about' && { extrasSize }),
  }
}

/** The modules that exercises name: in choices, in readings, in sums. */
function namedIn(workshop: LearnerWorkshop, exercises: readonly string[]): LearnerModule[] {
  const text = JSON.stringify(exercises.map(id => workshop.exercises[id]))
  return workshop.modules.filter(({ id }) => text.includes(JSON.stringify(id)))
}

/** A lesson leads to itself and to the next; were each to bring all, pages would weigh the square of their number. */
function partsOn({ modules }: LearnerWorkshop, kind: SitePage['kind'], module?: LearnerModule): LearnerModule[] {
  if (module) return modules.slice(modules.indexOf(module), modules.indexOf(module) + 2)
  return kind === 'about' || kind === 'accessibility' ? [] : modules
}

/** @param done whether they are done on this page, so that what other answers are of use to them is named as well */
function askedOf(workshop: LearnerWorkshop, ids: string[], done: boolean): Record<string, AskedExercise> {
  const kindOfExercise = (id: string) => kindOf(workshop.exercises[id]!.kind)
  const needs = (id: string): string[] => {
    const { takesIdeas, takesPeople } = kindOfExercise(id)
    return Object.keys(workshop.exercises).filter(other => {
      const { ideas, reminders, pointsTo, people } = kindOfExercise(other)
      return (takesIdeas && (ideas || reminders || pointsTo)) || (takesPeople && people)
    })
  }
  const asked = new Set([...ids, ...(done ? ids.flatMap(needs) : [])])
  return Object.fromEntries(
    [...asked].map(id => {
      const { kind, title, repeats } = workshop.exercises[id]!
      const { file: record } = recordFile(workshop, id)
      return [id, { kind, title, ...(repeats && { repeats }), record, needs: done ? needs(id) : [] }]
    }),
  )
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

const withoutAnswers = ({ days, ask }: LearnerFollowUp): LearnerFollowUp => ({
  days,
  ask: ask.map(each => ({ ...each, compare: [] })),
})

/** Only a lesson has the answers to compare with. */
function withoutComparisons(exercise: LearnerExercise): PageExercise {
  const { reveal, ...rest } = withoutSaid(exercise)
  return { ...rest, reveal: { ...reveal, debrief: [] } } as PageExercise
}

/** @param brought the exercises that a page brings along: the words of other kinds come with their records */
function labelsFor(labels: Labels, kind: SitePage['kind'], brought: readonly PageExercise[]): PageLabels {
  const some: Record<string, readonly string[]> = OF_SOME
  const isNeeded = (group: string) =>
    hasOwn(kinds, group)
      ? brought.some(exercise => exercise.kind === group)
      : !NEVER_HYDRATED.includes(group) && (some[group] ?? [kind]).includes(kind)
  return Object.fromEntries(Object.entries(labels).filter(([group]) => isNeeded(group))) as PageLabels
}

/** A careful pace, which people who read in a second language keep as well. */
const WORDS_A_MINUTE = 180

function wordsIn(blocks: Block[]): number {
  return blocks.flatMap(textsOf).reduce((sum, text) => sum + plainText(text).split(' ').length, 0)
}
