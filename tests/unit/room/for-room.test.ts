import { describe, expect, it } from 'vitest'

import { forRoom } from '../../../components/room/answers-for-room'
import { examples } from '../../fixtures/examples'

/** Every text that somebody could have written or that names somebody, in an answer. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.includes(' ')
      ? [value]
      : []
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(wordsIn)
      : []

describe.each(examples)('what a phone sends of an answer to $name', ({ kind, learner, stored }) => {
  const withoutReveal = { ...learner, reveal: {} }
  const sent = forRoom(stored, withoutReveal, kind)

  it('comes to the same categories as the answer itself, without what is revealed', () => {
    const answer = kind.read(stored.answer, stored.version, learner)
    const found = kind.forRoom
      ? kind.categoriesOf(kind.read(sent.answer, sent.version!, learner), learner)
      : sent.categories!
    expect(found).toEqual(kind.categoriesOf(answer, learner))
    for (const category of found) expect(kind.categories(learner)).toContain(category)
  })

  it('holds nothing that was written', () => {
    const written = wordsIn(stored.answer)
    expect(written.filter(words => JSON.stringify(sent).includes(words))).toEqual([])
  })

  it('is small', () => expect(JSON.stringify(sent).length).toBeLessThan(4000))

  it('is nothing of a cleared answer', () => {
    const cleared = forRoom(undefined, withoutReveal, kind)
    expect(cleared.done).toBe(false)
    if (!kind.forRoom) expect(cleared.categories).toEqual([])
  })
})
