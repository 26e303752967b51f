import type { Walk } from './walk'

/** What a screen shows, one after the other: the scenes to choose from, each turn in three stages, the end. */
export type Stage = 'scene' | 'write' | 'lines' | 'reaction' | 'end'

/** The stages of one turn; where nothing may be revealed yet, the reaction is left out. */
const stagesOf = (reveals: boolean): Stage[] => (reveals ? ['write', 'lines', 'reaction'] : ['write', 'lines'])

/** How many steps there are as far as one has come: the end, if there is one, is the step after them. */
export const stepsIn = ({ steps }: Walk, reveals: boolean) => 1 + steps.length * stagesOf(reveals).length

/** The turn, by its number from 0, and the stage that a step shows. */
export function placeOf(step: number, { steps }: Walk, reveals: boolean): { turn: number; stage: Stage } {
  if (step === 0) return { turn: 0, stage: 'scene' }
  const stages = stagesOf(reveals)
  const turn = Math.floor((step - 1) / stages.length)
  return { turn, stage: turn < steps.length ? stages[(step - 1) % stages.length]! : 'end' }
}

/** The step at which a stored try is taken up again: the first that is open, or its end. */
export function openStep(walk: Walk, reveals: boolean): number {
  const open = walk.steps.findIndex(({ said, line }) => !line || (reveals && !said.seen))
  if (open === -1) return walk.end ? stepsIn(walk, reveals) : 0
  const { said, line } = walk.steps[open]!
  // Without anything written, in a scene that was not begun, the scene is chosen first.
  if (open === 0 && !said.words && !line) return 0
  return 1 + open * stagesOf(reveals).length + (said.words || line ? 1 : 0)
}
