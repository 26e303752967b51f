import { beforeEach, describe, expect, it } from 'vitest'
import type { Ref } from 'vue'
import { createSSRApp, nextTick, reactive, ref } from 'vue'

import type { StoredAnswer } from '../../../components/composables/answer-store'
import type { RoomCounts } from '../../../components/composables/counts'
import { roomCountsKey, useCounts, useRoomStep } from '../../../components/composables/counts'
import type { AnyExercise } from '../../../components/exercises/exercise'
import type { Led } from '../../../components/room/wire'
import { storeKey } from '../../../components/workshop-context'
import { examples } from '../../fixtures/examples'

const exercise = examples.find(({ name }) => name === 'forecast')!.learner
const kept = new Map<string, Ref<StoredAnswer | undefined>>()
beforeEach(() => kept.clear())

/** A window of the deck, all of which share what one browser keeps; `led` is what it hears of the room. */
function windowIn(room?: { name: string; led?: Led }) {
  const app = createSSRApp({})
  app.provide(storeKey, {
    entry: id => kept.get(id) ?? kept.set(id, ref()).get(id)!,
    persisted: ref(true),
  })
  const sent: Led[] = []
  if (room) {
    const counts: RoomCounts = {
      name: room.name,
      answers: () => undefined,
      hands: () => undefined,
      led: () => room.led,
      lead: (_, led) => void sent.push(led),
      type: () => {},
    }
    app.provide(roomCountsKey, counts)
  }
  return app.runWithContext(() => ({
    ...useRoomStep(() => exercise as AnyExercise),
    ...useCounts(() => exercise as AnyExercise),
    sent,
  }))
}

describe('a step that a room is taken to', () => {
  it('is that of every window of one browser, and is sent to the room', () => {
    const presenter = windowIn({ name: 'a' })
    const projector = windowIn({ name: 'a' })
    presenter.goTo(1, ['x'])
    expect(projector.step.value).toBe(1)
    expect(projector.way.value).toEqual(['x'])
    expect(presenter.sent).toEqual([{ step: 1, way: ['x'] }])
  })

  it('comes from the room to windows elsewhere, and goes back to the beginning when the exercise is cleared', async () => {
    const room = reactive<{ name: string; led?: Led }>({ name: 'a', led: { step: 0, way: [] } })
    const { step } = windowIn(room)
    room.led = { step: 2, way: ['x'] }
    await nextTick()
    expect(step.value).toBe(2)
    room.led = { step: 0, way: [] }
    await nextTick()
    expect(step.value).toBe(0)
  })

  it('of a room before, and hands that were typed in there, are not taken for those of this one', () => {
    const before = windowIn({ name: 'yesterday' })
    before.goTo(1, [])
    const [band] = Object.keys(before.counts.value)
    before.count({ ...before.counts.value, [band!]: 7 })
    expect(before.counts.value[band!]).toBe(7)
    const now = windowIn({ name: 'today' })
    expect(now.step.value).toBe(0)
    expect(now.counts.value[band!]).toBe(0)
  })
})
