import { fill } from '../components/fill'
import type { Activity } from './schedule'
import { exerciseOf } from './schedule'
import type { MarkdownSlide, Slide } from './slides'
import type { Workshop } from './workshop'

interface Part {
  id: string
  activities: readonly Activity[]
  /** Ids of its exercises for home. */
  forHome: readonly string[]
}

/**
 * Which activity a slide begins by naming it: a talk by `activity: its-id`, a break by its layout, an exercise and
 * its debrief by `exercise: its-id`. A debrief without an activity of its own belongs to its exercise.
 * @param after the activity that began last: of several breaks, the next one is meant
 * @returns its index among the module's activities; -1 when the slide names one that the module does not have;
 * nothing when it names none
 */
export function namedActivity(
  slide: MarkdownSlide,
  { activities }: Pick<Part, 'activities'>,
  after: number,
): number | undefined {
  const exercise = (id: string) => activities.findIndex(each => 'exercise' in each && each.exercise === id)
  const debrief = (id: string) => activities.findIndex(each => 'debrief' in each && each.debrief === id)
  if (slide.talk !== undefined) return activities.findIndex(each => 'talk' in each && each.id === slide.talk)
  if (slide.layout === 'break') return activities.findIndex((each, index) => 'break' in each && index > after)
  if (slide.exercise === undefined) return undefined
  if (slide.role !== 'debrief') return exercise(slide.exercise)
  const own = debrief(slide.exercise)
  return own === -1 ? exercise(slide.exercise) : own
}

/**
 * Gives every slide the activity it belongs to: the one that it names, or else the one that began last. The slides
 * before the first, and the cover, belong to the first activity of the part. Those of an exercise for home belong to
 * its part, and to no activity.
 */
export function withActivities(slides: readonly MarkdownSlide[], modules: readonly Part[]): Slide[] {
  let part = modules[0]!
  let activity = 0
  let began = -1
  return slides.map(slide => {
    const home = modules.find(({ forHome }) => slide.exercise !== undefined && forHome.includes(slide.exercise))
    if (home) return { ...slide, part: home.id }
    if (slide.module !== undefined && slide.module !== part.id) {
      part = modules.find(each => each.id === slide.module) ?? part
      activity = 0
      began = -1
    }
    const named = namedActivity(slide, part, began)
    if (named !== undefined && named !== -1) activity = began = named
    return { ...slide, part: part.id, activity }
  })
}

/** Whether a slide is for a room that has time to spare: it is none of the plan's, and comes after those that are. */
export const isSpare = ({ activity }: Pick<Slide, 'activity'>) => activity === undefined

/** The exercises that have slides to spare, in the order of the deck, each with the numbers of its slides. */
export function spareExercises(slides: readonly Slide[]): { exercise: string; slides: number[] }[] {
  const spare = slides.filter(isSpare)
  return [...new Set(spare.map(({ exercise }) => exercise!))].map(exercise => ({
    exercise,
    slides: spare.filter(slide => slide.exercise === exercise).map(({ no }) => no),
  }))
}

/** What an activity is called in the run of show. */
export function activityTitle(activity: Activity, workshop: Pick<Workshop, 'exercises' | 'labels'>): string {
  const { exercises, labels } = workshop
  if ('talk' in activity) return activity.talk
  if ('break' in activity) return activity.break
  if ('buffer' in activity) return activity.buffer
  const id = exerciseOf(activity)!
  // An id that names nothing is a problem of its own, reported where it stands.
  const title = exercises[id]?.title ?? id
  return 'exercise' in activity ? title : fill(labels.deck.debrief, { title })
}
