import { citedKeys } from '../components/text/cited'
import type { Reference } from '../components/text/reference'
import type { WorkshopContext } from '../components/workshop-context'
import { activityTitle, spareExercises } from './activities'
import { countActivities } from './minutes/count'
import type { LearnerWorkshop, PaperExercise } from './views'
import { forLearner, forPaper } from './views'
import type { Workshop } from './workshop'

/** What a live room needs of the workshop: it is built beside the deck, and read by the room's server alone. */
export interface RoomContent {
  id: string
  title: string
  language: string
  /** Days after which what was gathered is deleted. */
  keep: number
  /** Where the self-paced site is published. */
  address?: string
  labels: Omit<LearnerWorkshop['labels'], 'handouts' | 'lesson' | 'pages' | 'takeHome'>
  modules: WorkshopContext['modules']
  /** For each slide, in order, the exercise that it shows, and as what. */
  slides: { exercise?: string; role?: string }[]
  /** In running order, with planned minutes and the numbers of their slides. */
  activities: { title: string; minutes: number; slides: number[] }[]
  /** For a room that has time to spare, with the numbers of their slides. */
  spare: { exercise: string; slides: number[] }[]
  exercises: Record<string, RoomExercise>
}

export interface RoomExercise {
  /** The part of the workshop that it belongs to. */
  module: string
  /** What a phone may have at any time. */
  open: PaperExercise
  /** What it gets once the room has been shown the results. */
  reveal: unknown
  /** The sources that each of the two cites. */
  openReferences: Record<string, Reference>
  references: Record<string, Reference>
}

export function roomContent(workshop: Workshop): RoomContent {
  const learner = forLearner(workshop)
  const paper = forPaper(workshop)
  /** What slides ask: what readers alone get, a room does not. */
  const asked = new Map(workshop.slides.flatMap(({ exercise, part }) => (exercise ? [[exercise, part] as const] : [])))
  const cited = (value: unknown) =>
    Object.fromEntries(citedKeys(value, workshop.references).map(key => [key, workshop.references[key]!]))
  const { handouts: _, lesson: __, pages: ___, takeHome: ____, ...labels } = learner.labels
  return {
    id: workshop.id,
    title: workshop.title,
    language: workshop.language,
    keep: workshop.keep,
    ...(workshop.address && { address: workshop.address }),
    labels,
    modules: workshop.modules.map(({ id, title, mistake, accent }) => ({
      id,
      title,
      ...(mistake && { mistake }),
      accent,
    })),
    slides: workshop.slides.map(({ exercise, role }) => ({ ...(exercise && { exercise }), ...(role && { role }) })),
    activities: countActivities(workshop).map(({ activity, slides }) => ({
      title: activityTitle(activity, workshop),
      minutes: activity.minutes,
      slides,
    })),
    spare: spareExercises(workshop.slides),
    exercises: Object.fromEntries(
      [...asked].map(([id, module]) => {
        const open = paper.exercises[id]!
        const whole = learner.exercises[id]!
        const { reveal } = whole
        const exercise: RoomExercise = { module, open, reveal, openReferences: cited(open), references: cited(whole) }
        return [id, exercise]
      }),
    ),
  }
}
