import { describe, expect, it } from 'vitest'

import { profileOf } from '../../../components/exercises/self-check/profile'
import type { SelfCheck } from '../../../components/exercises/self-check/schema'
import { sumInWords, sumsOf } from '../../../components/exercises/self-check/sums'
import { exerciseSchemas } from '../../../model/schemas/exercise'
import { examples } from '../../fixtures/examples'
import { context } from '../../fixtures/workshop-context'

const { exercise } = examples.find(({ name }) => name === 'self-check')! as unknown as { exercise: SelfCheck }
const { 'self-check': labels } = context.labels

/** Adds up a key as it is printed, as a person with a pen would: “1 + 5* + 9”, a star for a number turned round. */
const added = (key: string, ringed: number[]) =>
  key.split(' + ').reduce((sum, place) => {
    const number = ringed[parseInt(place) - 1]!
    return sum + (place.endsWith('*') ? 6 - number : number)
  }, 0)

describe('the key that is printed under “My numbers”', () => {
  it('comes to the same numbers as the code, whatever is ringed', () => {
    expect(exerciseSchemas).toHaveProperty('self-check')
    for (let seed = 0; seed < 200; seed++) {
      const ringed = exercise.statements.map((_, nth) => ((seed * 7 + nth * (seed + 3)) % 5) + 1)
      const chosen = Object.fromEntries(exercise.statements.map(({ id }, nth) => [id, ringed[nth]!]))
      expect(sumsOf(exercise, context).map(sum => added(sumInWords(sum, labels), ringed))).toEqual(
        profileOf(chosen, exercise.reveal).map(({ score }) => score),
      )
    }
  })
})
