import { fill } from '../components/fill'
import type { Activity } from './schedule'
import { exerciseOf } from './schedule'
import type { MarkdownSlide, Slide } from './slides'
import type { Workshop } from './workshop'

interface Part {
  id: string
  activities: readonly Activity[]
}

/**
 * Which activity a slide begins by naming it: a talk by `activity: its-id`, a break by its layout, an exercise and
 * its debrief by `exercise: its-id`. A debrief without an activity of its own belongs to its exercise.
 * @param after the activity that began last: of several breaks, the next one is meant
 * @returns its index among the module's activities; -1 when the slide names one that the module does not have;
 * nothing when it names none
 */
export function namedActivity(slide: MarkdownSlide, { activities }: Part, after: number): number | undefined {
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
 * before the first, and the cover, belong to the first activity of the part.
 */
export function withActivities(slides: readonly MarkdownSlide[], modules: readonly Part[]): Slide[] {
  let part = modules[0]!
  let activity = 0
  let began = -1
  return slides.map(slide => {
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
