import type { NetworkMapAnswer } from './answer'
import type { Person, Scope } from './map'
import type { NetworkMap } from './schema'

export interface Question {
  id: string
  ask: NetworkMap['closeness']['ask']
  /** What the person of the worked example answered. */
  example?: NetworkMap['example']['answers'][string] | undefined
  options: { id: string; text: string }[]
}

/** The question of how close people are; its options are the rings. A question of the record has no such id. */
export const CLOSENESS = '/closeness'

export type Step =
  | { shows: 'begin' | 'ties' | 'map' | 'reading' | 'what-if' | 'keep' }
  | { shows: 'collect'; prompt: NetworkMap['prompts'][number] }
  | { shows: 'bins'; question: Question }

/** What is gone through, one after the other: all of it, or what a room has time for, and on a slide no more. */
export function stepsOf(
  { prompts, closeness, atHome, example: { answers } }: NetworkMap,
  scope: Scope,
  whole: boolean,
): Step[] {
  const short = scope === 'short' || !whole
  const questions: Question[] = [
    {
      id: CLOSENESS,
      ask: closeness.ask,
      example: answers.closeness,
      options: closeness.rings.map((text, ring) => ({ id: String(ring), text })),
    },
    ...(short ? [] : atHome.bins).map(bin => ({ ...bin, example: answers[bin.id] })),
  ]
  return [
    ...(whole ? [{ shows: 'begin' } as const] : []),
    ...[...prompts, ...(short ? [] : atHome.prompts)].map(prompt => ({ shows: 'collect' as const, prompt })),
    ...questions.map(question => ({ shows: 'bins' as const, question })),
    { shows: 'ties' },
    ...(whole ? (['map', 'reading', 'what-if', 'keep'] as const).map(shows => ({ shows })) : []),
  ]
}

/** The option that a person was given to a question. */
export const chosenBy = (person: Person, { id }: Pick<Question, 'id'>): string | undefined =>
  id === CLOSENESS ? (person.ring === undefined ? undefined : String(person.ring)) : person.bins[id]

/**
 * Where somebody who comes back goes on: at the first that was not answered, or at the map once all of it is. As long
 * as nobody was placed, names are still being collected: it goes on at the question that brought some last.
 */
export function firstOpen(
  steps: readonly Step[],
  { network, asked }: Pick<NetworkMapAnswer, 'network' | 'asked'>,
): number {
  const { people } = network
  if (!people.length) return 0
  const isPlaced = people.some(({ ring, bins }) => ring !== undefined || Object.keys(bins).length > 0)
  const named = steps.map(step => step.shows === 'collect' && people.some(({ from }) => from.includes(step.prompt.id)))
  if (!isPlaced && named.includes(true)) return named.lastIndexOf(true)
  const open = steps.findIndex(
    step =>
      (step.shows === 'bins' && people.some(person => chosenBy(person, step.question) === undefined)) ||
      (step.shows === 'ties' && !asked) ||
      step.shows === 'map',
  )
  return Math.max(0, open)
}
