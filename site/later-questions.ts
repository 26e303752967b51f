import type { DebriefAloneProps } from '../components/exercises/DebriefAlone.vue'
import type { LearnerFollowUp } from '../model/views'

/** The name under which what is written on a later day is kept: no exercise can have it. */
export const laterId = (days: number) => `later/${days}`

/** The questions of a later day, asked as those after an exercise are: write, then compare. */
export const askedLater = ({ days, ask }: LearnerFollowUp): DebriefAloneProps['exercise'] => ({
  id: laterId(days),
  debrief: ask.map(({ id, ask }) => ({ id, ask })),
  reveal: { debrief: ask.map(({ compare }) => compare) },
})
