import type { AllowList } from '../components/exercises/allow-list'
import type { OpenExercise, PaperOf } from '../components/exercises/exercise'
import type { KindName, KindTypes } from '../components/exercises/kind-types'
import { allowedPicture } from '../components/findings/schema'
import type { RichText } from '../components/text/rich-text'
import { allow } from './allow'
import { kinds } from './kinds'
import type { Exercise } from './schemas/exercise'
import type { Module, Workshop } from './workshop'

/**
 * The wall between three groups of fields (open, reveal, facilitator). The facilitator's view is the whole workshop;
 * every other output takes the view of its readers. That is made of the fields that an allow-list names, down to the
 * last group: a field that no list names stays in the facilitator's view.
 */

export type LearnerExercise = { [Name in KindName]: WithComparisons<KindTypes[Name]['exercise']> }[KindName]
/** With an answer to compare with for each of its debrief questions, in their order. */
type WithComparisons<E extends { reveal: unknown }> = Omit<E, 'reveal'> & { reveal: E['reveal'] & Comparisons }
export interface Comparisons {
  debrief: RichText[]
}
export type PaperExercise = { [Name in KindName]: PaperOf<KindTypes[Name]['exercise']> }[KindName]

/** What all exercises share. */
const EXERCISE: AllowList<OpenExercise> = {
  id: true,
  kind: true,
  title: true,
  goal: true,
  practises: true,
  grouping: true,
  minutes: true,
  minutesAtHome: true,
  materials: true,
  steps: true,
  starters: true,
  debrief: { id: true, ask: true, alone: true },
  accessible: true,
  accessibleAlone: true,
  remote: true,
  solo: true,
  repeats: true,
}

/** Some fields of a record, and all that these hold. */
type Part<T> = { [Field in keyof T]?: AllowList<T[Field]> }

const OPEN_MODULE = {
  id: true,
  title: true,
  mistake: true,
  accent: true,
  summary: true,
  claim: true,
  reframe: true,
  drawing: {
    mistake: true,
    repair: true,
    nodes: {
      id: true,
      x: true,
      y: true,
      shape: true,
      me: true,
      marked: true,
      star: true,
      faces: { mistake: true, repair: true },
    },
    ties: { from: true, to: true, line: true, in: true },
  },
  objectives: true,
  keyPoints: { key: true, point: true },
  activities: {
    talk: true,
    id: true,
    exercise: true,
    debrief: true,
    break: true,
    buffer: true,
    minutes: true,
    arrival: true,
  },
  forHome: true,
} as const satisfies Part<Module>

const LEARNER_MODULE = {
  ...OPEN_MODULE,
  evidence: { id: true, standing: true, finding: true, caveat: true, picture: allowedPicture },
  lesson: true,
} as const satisfies Part<Module>

const SHARED = {
  id: true,
  title: true,
  subtitle: true,
  language: true,
  promise: true,
  length: true,
  start: true,
  people: true,
  room: true,
  paper: true,
  tableSize: true,
  groundRules: true,
  objectives: { id: true, text: true },
  feedback: {
    title: true,
    intro: true,
    scale: true,
    statements: { id: true, text: true },
    questions: { id: true, ask: true, lines: true },
  },
  credits: true,
  licence: { code: true, content: true },
  references: true,
} as const satisfies Part<Workshop>

const LEARNER = {
  ...SHARED,
  address: true,
  pages: { welcome: true, about: true, accessibility: true },
  followUp: { days: true, ask: { id: true, ask: true, compare: true } },
} as const satisfies Part<Omit<Workshop, 'followUp'> & { followUp: LearnerFollowUp[] }>

type OpenModule = Pick<Module, keyof typeof OPEN_MODULE>
export type LearnerModule = Pick<Module, keyof typeof LEARNER_MODULE>
type LearnerLabels = Omit<Workshop['labels'], 'guide'>

/** What is asked again on a later day; what the facilitator does then is theirs. */
export interface LearnerFollowUp {
  days: number
  ask: { id: string; ask: RichText; compare: RichText }[]
}

export type LearnerWorkshop = Pick<Workshop, Exclude<keyof typeof LEARNER, 'followUp'>> & {
  followUp: LearnerFollowUp[]
  labels: LearnerLabels
  modules: LearnerModule[]
  exercises: Record<string, LearnerExercise>
}
export type PaperWorkshop = Pick<Workshop, keyof typeof SHARED> & {
  labels: LearnerLabels
  modules: OpenModule[]
  exercises: Record<string, PaperExercise>
}

/** Open fields and reveal: deck, site, phone. */
export function forLearner(workshop: Workshop): LearnerWorkshop {
  return {
    ...(allow(workshop, LEARNER) as Pick<LearnerWorkshop, keyof typeof LEARNER>),
    labels: learnerLabels(workshop),
    modules: workshop.modules.map(module => allow(module, LEARNER_MODULE) as LearnerModule),
    exercises: mapValues(
      workshop.exercises,
      exercise =>
        ({
          ...openExercise(exercise),
          reveal: {
            ...(allow(exercise.reveal, kinds[exercise.kind]!.schema.allowed.reveal) as object),
            debrief: exercise.debrief.map(({ compare }) => compare),
          },
        }) as LearnerExercise,
    ),
  }
}

/**
 * Open fields, and of the reveal what a kind names for paper: for paper that lies on a table before answering. What
 * is given out afterwards is made from the learner's view.
 */
export function forPaper(workshop: Workshop): PaperWorkshop {
  return {
    ...(allow(workshop, SHARED) as Pick<PaperWorkshop, keyof typeof SHARED>),
    labels: learnerLabels(workshop),
    modules: workshop.modules.map(module => allow(module, OPEN_MODULE) as OpenModule),
    exercises: mapValues(workshop.exercises, exercise => {
      const { paper } = kinds[exercise.kind]!.schema.allowed
      return { ...openExercise(exercise), ...(paper && { reveal: allow(exercise.reveal, paper) }) } as PaperExercise
    }),
  }
}

function openExercise(exercise: Exercise): object {
  const { open } = kinds[exercise.kind]!.schema.allowed
  return {
    ...(allow(exercise, EXERCISE) as object),
    ...(allow(exercise, open) as object),
  }
}

function learnerLabels({ labels: { guide: _, ...labels } }: Workshop): LearnerLabels {
  return labels
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
