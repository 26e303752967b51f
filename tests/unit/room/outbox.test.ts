import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Unsent } from '../../../components/room/outbox'
import { outbox } from '../../../components/room/outbox'
import type { SentAnswer } from '../../../components/room/wire'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const unsent = (more: Partial<Unsent> = {}): Unsent => ({
  exercise: 'guess',
  round: 1,
  seen: 3,
  done: true,
  categories: ['low'],
  ...more,
})

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

/** A room that keeps, of each exercise, what the real one would. */
function room() {
  const sent: SentAnswer[] = []
  let reachable = true
  const kept = new Map<string, SentAnswer>()
  return {
    sent,
    kept,
    reach: (yes: boolean) => (reachable = yes),
    async send(answer: SentAnswer) {
      sent.push(answer)
      if (!reachable) return 'unreachable' as const
      const known = kept.get(answer.exercise)
      if (!known || known.revision < answer.revision) kept.set(answer.exercise, answer)
      const { revision, mark } = kept.get(answer.exercise)!
      return { done: { revision, mark } }
    },
  }
}

describe('what a phone has to send', () => {
  it('is sent once it has settled, and only the last of it', async () => {
    const { send, sent } = room()
    const box = outbox({ key: 'box', send })
    box.put(unsent({ categories: ['low'] }))
    box.put(unsent({ categories: ['high'] }))
    expect(box.deliveries.get('guess')).toEqual({ state: 'sending' })
    await vi.advanceTimersByTimeAsync(600)
    expect(sent.map(({ categories }) => categories)).toEqual([['high']])
    expect(box.deliveries.get('guess')).toEqual({ state: 'sent' })
  })

  it('waits in a dead spot, also when the page is closed meanwhile, and arrives as one answer', async () => {
    const storage = memory()
    const { send, sent, kept, reach } = room()
    reach(false)
    const box = outbox({ key: 'box', storage, send })
    box.put(unsent())
    await vi.advanceTimersByTimeAsync(40_000)
    expect(sent.length).toBeGreaterThan(2)
    expect(sent.length).toBeLessThan(10)
    box.stop()
    reach(true)
    const reopened = outbox({ key: 'box', storage, send })
    await reopened.flush()
    expect(reopened.deliveries.get('guess')).toEqual({ state: 'sent' })
    expect(new Set(sent.map(({ mark }) => mark)).size).toBe(1)
    expect(kept.get('guess')!.categories).toEqual(['low'])
    const after = sent.length
    await outbox({ key: 'box', storage, send }).flush()
    expect(sent).toHaveLength(after)
  })

  it('counts on where the phone has lost count', async () => {
    const { send, kept } = room()
    const first = outbox({ key: 'box', send })
    for (const category of ['a', 'b', 'c']) {
      first.put(unsent({ categories: [category] }))
      await vi.advanceTimersByTimeAsync(600)
    }
    // Without storage the next page begins at 1.
    const second = outbox({ key: 'box', send })
    second.put(unsent({ categories: ['d'] }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(kept.get('guess')!.categories).toEqual(['d'])
    expect(second.deliveries.get('guess')).toEqual({ state: 'sent' })
  })

  it('is given up when the room refuses it for good, with the room’s sentence, and kept when it does for now', async () => {
    const refusals = ['notKept', 'closed']
    const box = outbox({
      key: 'box',
      send: async () => ({ refused: refusals.shift()!, sentence: 'It is closed.' }),
    })
    box.put(unsent())
    await vi.advanceTimersByTimeAsync(600)
    expect(box.deliveries.get('guess')).toEqual({ state: 'sending' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(box.deliveries.get('guess')).toEqual({ state: 'refused', sentence: 'It is closed.' })
    expect(refusals).toEqual([])
  })

  it('is known to belong to a round that was cleared, also when the page was closed meanwhile, until it is put again', async () => {
    const storage = memory()
    const { send, sent } = room()
    const before = outbox({ key: 'box', storage, send })
    before.put(unsent())
    await vi.advanceTimersByTimeAsync(600)
    expect(before.isEarlier('guess', 1)).toBe(false)
    // Twice, because what has been said once must be there to be said after another reload.
    for (let time = 0; time < 2; time++) {
      const reopened = outbox({ key: 'box', storage, send })
      expect(reopened.isEarlier('guess', 2)).toBe(true)
      reopened.drop('guess', 2)
    }
    const after = outbox({ key: 'box', storage, send })
    after.put(unsent({ round: 2 }))
    await vi.advanceTimersByTimeAsync(600)
    expect(after.isEarlier('guess', 2)).toBe(false)
    expect(outbox({ key: 'box', storage, send }).isEarlier('guess', 2)).toBe(false)
    expect(sent.map(({ round }) => round)).toEqual([1, 2])
    expect(after.isEarlier('another', 2)).toBe(false)
  })

  it('is dropped with its round, and nothing of the round that the room is at', async () => {
    const storage = memory()
    const { send, sent, reach } = room()
    reach(false)
    const box = outbox({ key: 'box', storage, send })
    box.put(unsent())
    box.drop('guess', 1)
    expect(box.deliveries.get('guess')).toEqual({ state: 'sending' })
    box.drop('guess', 2)
    expect(box.deliveries.get('guess')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(40_000)
    await outbox({ key: 'box', storage, send }).flush()
    expect(sent).toEqual([])
  })

  it.each(['{', 'null', '[]', '{"pending":3}', '{"pending":[null]}'])('survives %s in storage', async text => {
    const { send } = room()
    const box = outbox({ key: 'box', storage: { getItem: () => text, setItem: () => {} }, send })
    box.put(unsent())
    await vi.advanceTimersByTimeAsync(600)
    expect(box.deliveries.get('guess')).toEqual({ state: 'sent' })
  })
})
