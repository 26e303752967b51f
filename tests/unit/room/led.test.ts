import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { kind } from '../../../components/exercises/conversation-lab/answer'
import { roomPlace, roomWay, saidAt } from '../../../components/exercises/conversation-lab/room'
import type { ConversationLab } from '../../../components/exercises/conversation-lab/schema'
import type { Scenario } from '../../../components/exercises/conversation-lab/walk'
import type { AnyKind } from '../../../components/exercises/kind'
import { forRoom } from '../../../components/room/answers-for-room'
import type { ParticipantView, ProjectorView } from '../../../components/room/wire'
import type { RoomContent } from '../../../model/room-content'
import { examples } from '../../fixtures/examples'
import type { ServedRoom, Visitor } from '../../fixtures/room'
import { sampleContent, serveRoom, slideOf } from '../../fixtures/room'

let content: RoomContent
beforeAll(async () => {
  content = await sampleContent()
})

describe('an exercise that a room does step by step', () => {
  let served: ServedRoom
  let leader: Visitor
  let first: string
  beforeEach(async () => {
    served = await serveRoom({ content })
    leader = await served.as('facilitator')
    const { exercise, kind } = served.room.exercises.get('guess')!
    first = kind.categories(exercise)[0]!
    const page = slideOf(content, 'guess', 'ask')
    await leader.post('/room/facilitator', { do: 'move', page, clicks: 0, total: 0 })
    return () => served.close()
  })
  const lead = (more: object = {}) =>
    leader.post('/room/facilitator', { do: 'lead', exercise: 'guess', step: 1, way: [first], ...more })
  const ledOf = async (role: 'participant' | 'projector') => {
    const [event] = await (await served.as(role)).events(role, () => true)
    return role === 'participant'
      ? (event!.view as ParticipantView).current!.led
      : (event!.view as ProjectorView).tallies.guess!.led
  }

  it('is at one step on every screen, until it is cleared', async () => {
    expect(await ledOf('participant')).toBeUndefined()
    expect((await lead()).status).toBe(200)
    for (const role of ['participant', 'projector'] as const)
      expect(await ledOf(role)).toEqual({ step: 1, way: [first] })
    await leader.post('/room/facilitator', { do: 'clear', exercise: 'guess' })
    expect(await ledOf('participant')).toBeUndefined()
  })

  it('goes no way that the exercise does not have, and nobody but a leader moves it', async () => {
    expect((await lead({ way: ['nonsense'] })).status).toBe(400)
    expect((await lead({ step: -1 })).status).toBe(400)
    expect((await lead({ exercise: 'nothing' })).status).toBe(404)
    const phone = await served.as('participant')
    const sent = { do: 'lead', exercise: 'guess', step: 1, way: [first] }
    expect((await phone.post('/room/participant', sent)).status).toBe(400)
    expect(await ledOf('projector')).toBeUndefined()
  })
})

describe('the way of a room through a conversation', () => {
  const line = (id: string, to: string) => ({ id, say: id, to })
  const scenario = {
    id: 's',
    turns: [
      { id: 'one', scene: ['1'], lines: [line('a', 'two'), line('b', 'three')] },
      { id: 'two', scene: ['2'], lines: [line('c', 'end'), line('d', 'end')] },
      { id: 'three', scene: ['3'], lines: [line('e', 'end'), line('f', 'end')] },
    ],
    ends: [{ id: 'end', scene: ['E'] }],
  } as unknown as Scenario

  it('stays as it was said, whatever votes come later', () => {
    const before = roomWay(scenario, { 'one/a': 2, 'one/b': 1 })
    expect(saidAt(before, 0)).toEqual([])
    const said = saidAt(before, 1)
    expect(said).toEqual(['one/a'])
    const after = roomWay(scenario, { 'one/a': 2, 'one/b': 5, 'two/c': 1 }, said)
    expect(after.turns.map(({ turn, won }) => [turn.id, won?.id])).toEqual([
      ['one', 'a'],
      ['two', 'c'],
    ])
    expect(after.end?.id).toBe('end')
    // A phone knows no counts, and is where the room is.
    const onPhone = roomWay(scenario, {}, said)
    expect(roomPlace(onPhone, 2)).toEqual({ step: 2, turn: 1, shows: 'votes' })
    expect(roomPlace(roomWay(scenario, {}, saidAt(after, 4)), 4)).toMatchObject({ shows: 'end' })
  })

  it('has begun for whoever wrote own words, which are counted as answered before the first vote', () => {
    const { learner, stored } = examples.find(({ name }) => name === 'conversation-lab')!
    const [first] = (learner as unknown as ConversationLab).scenarios
    const written = (words: string) => ({
      ...stored,
      answer: {
        tries: { [first!.id]: { now: [{ turn: first!.turns[0]!.id, words, line: '', seen: false }], before: [] } },
      },
    })
    expect(forRoom(written('Good evening.'), learner, kind as unknown as AnyKind)).toMatchObject({
      done: true,
      categories: [],
    })
    expect(forRoom(written(' '), learner, kind as unknown as AnyKind)).toMatchObject({ done: false })
  })

  it('can be voted on while it is shown', () => expect(kind.openAfterReveal).toBe(true))
})
