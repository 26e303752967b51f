import type { CountedActivity } from '../../model/minutes/count'
import type { PaperSize } from '../../model/paper-size'

/** What the guide needs beyond the workshop. */
export interface GuideContext {
  papers: readonly PaperSize[]
  /** HH:MM */
  start: string
  people: number
  room?: string
  /** Every activity's minutes, planned and counted: by the model, since a bundle cannot find the kinds of exercise. */
  counted: readonly CountedActivity[]
}
