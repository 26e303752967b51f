import type { OpenExercise } from '../components/exercises/exercise'
import type { RichText } from '../components/text/rich-text'
import type { Exercise, Kind } from './schemas/exercise'
import type { Module, Workshop } from './workshop'

/**
 * The wall between three groups of fields (open, reveal, facilitator). Every output takes the workshop through
 * the view it may have; what a view does not carry cannot leak from it. Views are built by naming what goes
 * in, so a new field stays with the facilitator until somebody lets it out.
 */

type Of<K extends Kind> = Extract<Exercise, { kind: K }>
type Learner<E extends Exercise> = Omit<E, 'facilitator' | 'debrief'> & { debrief: RichText[] } & OpenExercise

export type LearnerExercise = { [K in Kind]: Learner<Of<K>> }[Kind]
export type PaperExercise = { [K in Kind]: Omit<Learner<Of<K>>, 'reveal'> }[Kind]

type OpenModule = Pick<
  Module,
  | 'id'
  | 'title'
  | 'mistake'
  | 'accent'
  | 'summary'
  | 'claim'
  | 'reframe'
  | 'drawing'
  | 'objectives'
  | 'keyPoints'
  | 'activities'
>
export type LearnerModule = OpenModule & Pick<Module, 'evidence' | 'lesson'>

const SHARED = [
  'id',
  'title',
  'subtitle',
  'language',
  'promise',
  'length',
  'start',
  'people',
  'room',
  'paper',
  'tableSize',
  'groundRules',
  'objectives',
  'feedback',
  'credits',
  'licence',
] as const
type Shared = Pick<Workshop, (typeof SHARED)[number]>
type LearnerLabels = Omit<Workshop['labels'], 'guide'>

export type FacilitatorWorkshop = Workshop
/** What is asked again on a later day; what the facilitator does then is theirs. */
export interface LearnerFollowUp {
  days: number
  ask: RichText[]
}

export type LearnerWorkshop = Shared &
  Pick<Workshop, 'references' | 'pages' | 'address'> & {
    followUp: LearnerFollowUp[]
    labels: LearnerLabels
    modules: LearnerModule[]
    exercises: Record<string, LearnerExercise>
  }
export type PaperWorkshop = Shared &
  Pick<Workshop, 'references'> & {
    labels: LearnerLabels
    modules: OpenModule[]
    exercises: Record<string, PaperExercise>
  }

/** Everything. For the guide alone. */
export function forFacilitator(workshop: Workshop): FacilitatorWorkshop {
  return workshop
}

/** Open fields and reveal: deck, site, phone. */
export function forLearner(workshop: Workshop): LearnerWorkshop {
  return {
    ...shared(workshop),
    ...pick(workshop, ['address', 'pages']),
    followUp: workshop.followUp.map(({ days, ask }) => ({ days, ask })),
    modules: workshop.modules.map(module => ({
      ...openModule(module),
      evidence: module.evidence,
      lesson: module.lesson,
    })),
    exercises: mapValues(workshop.exercises, learnerExercise),
  }
}

/** Open fields only: whatever lies on a table before anybody has answered. */
export function forPaper(workshop: Workshop): PaperWorkshop {
  return {
    ...shared(workshop),
    modules: workshop.modules.map(openModule),
    exercises: mapValues(workshop.exercises, exercise => {
      const { reveal: _, ...open } = learnerExercise(exercise)
      return open as PaperExercise
    }),
  }
}

function shared(workshop: Workshop) {
  const { guide: _, ...labels } = workshop.labels
  return { ...pick(workshop, SHARED), references: workshop.references, labels }
}

function openModule(module: Module): OpenModule {
  return pick(module, [
    'id',
    'title',
    'mistake',
    'accent',
    'summary',
    'claim',
    'reframe',
    'drawing',
    'objectives',
    'keyPoints',
    'activities',
  ])
}

function learnerExercise(exercise: Exercise): LearnerExercise {
  // The schema is strict and parts its fields into open ones, `reveal` and `facilitator`; debrief alone mixes.
  const { facilitator: _, debrief, ...rest } = exercise
  return { ...rest, debrief: debrief.map(({ ask }) => ask) } as LearnerExercise
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter(key => key in from).map(key => [key, from[key]])) as Pick<T, K>
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
