import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import type { ConversationLabAnswer } from '../../../components/exercises/conversation-lab/answer'
import { kind, triedOf, withAnotherTry, withSaid } from '../../../components/exercises/conversation-lab/answer'
import type { Ways } from '../../../components/exercises/conversation-lab/graph'
import { longestWay, shortestWays, withoutEnd } from '../../../components/exercises/conversation-lab/graph'
import { roomPlace, roomWay } from '../../../components/exercises/conversation-lab/room'
import type { ConversationLab } from '../../../components/exercises/conversation-lab/schema'
import { check } from '../../../components/exercises/conversation-lab/schema'
import { openStep, placeOf, stepsIn } from '../../../components/exercises/conversation-lab/steps'
import { MOST_TURNS, parting, walkOf } from '../../../components/exercises/conversation-lab/walk'
import { tally } from '../../../components/exercises/kind'
import { examples } from '../../fixtures/examples'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const { learner, stored } = examples.find(({ name }) => name === 'conversation-lab')!
const exercise = learner as unknown as ConversationLab
const [queue] = exercise.scenarios as [ConversationLab['scenarios'][number]]
const whole = stored.answer as ConversationLabAnswer

/** A scenario in which turns are single letters and ends are digits: `{ a: 'b1' }` leads from a to b or to 1. */
function ways(given: Record<string, string>, ends = '1'): Ways {
  return {
    turns: Object.entries(given).map(([id, lines]) => ({ id, lines: [...lines].map(to => ({ to })) })),
    ends: [...ends].map(id => ({ id })),
  }
}

describe('the ways through a scenario', () => {
  it.each([
    [
      { a: 'b1', b: '11' },
      { a: 0, b: 1, 1: 1 },
    ],
    [
      { a: 'bc', b: 'cc', c: '1a' },
      { a: 0, b: 1, c: 1, 1: 2 },
    ],
    [{ a: 'aa', b: '11' }, { a: 0 }],
  ])('%j has these shortest ones: %j', (given, expected) => {
    expect(Object.fromEntries(shortestWays(ways(given)))).toEqual(expected)
  })

  it.each([
    [{ a: 'b1', b: 'ab' }, []],
    [{ a: 'b1', b: 'bb' }, ['b']],
    [{ a: 'bb', b: 'cc', c: 'bb' }, ['a', 'b', 'c']],
    [{ a: 'b?', b: '??' }, ['a', 'b']],
  ])('%j never ends from %j on', (given, expected) => {
    expect([...withoutEnd(ways(given))]).toEqual(expected)
  })

  it.each([
    [{ a: 'b1', b: '11' }, 2],
    [{ a: 'bc', b: 'cc', c: '11' }, 3],
    [{ a: 'ba', b: 'a1' }, 2],
    [{}, 0],
  ])('%j takes at most %d turns, one that comes round again counted once', (given, expected) => {
    expect(longestWay(ways(given), () => 1)).toBe(expected)
  })

  const LETTERS = [...'abcdefgh']
  /** Any scenario at all: up to eight turns, each with lines to any turn or end. */
  const anyWays = fc.integer({ min: 1, max: LETTERS.length }).chain(size =>
    fc
      .array(fc.array(fc.constantFrom(...LETTERS.slice(0, size), '1', '2'), { minLength: 2, maxLength: 4 }), {
        minLength: size,
        maxLength: size,
      })
      .map(lines => ways(Object.fromEntries(lines.map((to, index) => [LETTERS[index], to.join('')])), '12')),
  )
  const linesOf = ({ turns }: Ways, id: string) => turns.find(turn => turn.id === id)?.lines ?? []

  test('a walk goes nowhere but where the shortest ways go, and takes no fewer turns', () => {
    fc.assert(
      fc.property(anyWays, fc.array(fc.nat(3), { maxLength: 30 }), (scenario, choices) => {
        const shortest = shortestWays(scenario)
        let here = 'a'
        choices.forEach((choice, said) => {
          expect(shortest.get(here)).toBeLessThanOrEqual(said)
          const lines = linesOf(scenario, here)
          if (lines.length) here = lines[choice % lines.length]!.to
        })
      }),
    )
  })

  test('every walk can end where the check says so, however it began', () => {
    fc.assert(
      fc.property(anyWays, fc.array(fc.nat(3), { maxLength: 12 }), (scenario, choices) => {
        const stuck = withoutEnd(scenario)
        let here = 'a'
        for (const choice of choices) {
          const lines = linesOf(scenario, here)
          if (!lines.length) return
          here = lines[choice % lines.length]!.to
        }
        // From here on, always the line from which the nearest end is nearest.
        const fromHere = (id: string) =>
          shortestWays({ ...scenario, turns: [{ id: 'start', lines: [{ to: id }] }, ...scenario.turns] })
        expect(['1', '2'].some(end => fromHere(here).has(end))).toBe(!stuck.has(here))
      }),
    )
  })
})

describe('the check of a scenario', () => {
  /** The example with one thing changed, and what is said about that. */
  function complaints(change: (record: ConversationLab) => void): string[] {
    const record = structuredClone(exercise)
    change(record)
    const found: string[] = []
    check(record, {
      modules: [],
      complain: (path, message) => found.push(`${path.join('.')}: ${message}`),
      didYouMean: String,
    })
    return found
  }
  const turn = (record: ConversationLab, id: string) => record.scenarios[0]!.turns.find(each => each.id === id)!

  it.each<[what: string, change: (record: ConversationLab) => void, expected: string[]]>([
    ['nothing', () => {}, []],
    [
      'a line that leads nowhere',
      record => (turn(record, 'cello').lines[0]!.to = 'hal'),
      ['scenarios.0.turns.1.lines.0.to: Expected the id of a turn or an end of "queue", found "hal".'],
    ],
    [
      'a turn that no line leads to',
      record => turn(record, 'silence').lines.forEach(line => (line.to = 'hall')),
      ['scenarios.0.turns.3.id: Expected a line that leads to "late", found none that can be reached.'],
    ],
    [
      'a loop without an exit',
      record => turn(record, 'late').lines.forEach(line => (line.to = 'late')),
      ['scenarios.0.turns.3.id: Expected a way from "late" to an end, found a loop without one.'],
    ],
    ['a loop with an exit', record => (turn(record, 'late').lines[0]!.to = 'silence'), []],
    [
      'a way of three turns',
      record => turn(record, 'hall').lines.forEach(line => (line.to = 'wave')),
      ['scenarios.0.ends.1.id: Expected at least 4 turns on every way to "wave", found a way of 3.'],
    ],
    [
      'a line that nobody says in one breath',
      record => (turn(record, 'late').lines[0]!.say = 'so '.repeat(23).trim()),
      ['scenarios.0.turns.3.lines.0.say: Expected a line of at most 22 words, found 23.'],
    ],
    [
      'an end that is called like a turn',
      record => {
        const { queue } = record.reveal.debriefs
        queue!.board = queue!.date!
        delete queue!.date
        record.scenarios[0]!.ends[0]!.id = 'board'
        turn(record, 'board').lines[0]!.to = 'board'
      },
      ['scenarios.0.ends.0.id: Expected an id of its own, found "board", which a turn has.'],
    ],
    [
      'an end without a debrief, and one for no end',
      record => {
        record.reveal.debriefs.queue!.waive = record.reveal.debriefs.queue!.wave!
        delete record.reveal.debriefs.queue!.wave
      },
      [
        'reveal.debriefs.queue: Expected "wave" here, with why it ends like this, found nothing.',
        'reveal.debriefs.queue.waive: Expected the id of an end of "queue", found "waive".',
      ],
    ],
    [
      'a line, a turn and a scenario without reactions',
      record => {
        delete record.reveal.reactions.queue!.late!.nod
        delete record.reveal.reactions.queue!.hall
        delete record.reveal.debriefs.queue
      },
      [
        'reveal.reactions.queue.late: Expected "nod" here, with what this line brings about, found nothing.',
        'reveal.reactions.queue: Expected "hall" here, with what each of its lines brings about, found nothing.',
        'reveal.debriefs: Expected "queue" here, with why each of its ends comes about, found nothing.',
      ],
    ],
    [
      'reactions to what is not there',
      record => {
        record.reveal.reactions.queue!.attic = {}
        record.reveal.reactions.kitchen = {}
      },
      [
        'reveal.reactions.queue.attic: Expected the id of a turn of "queue", found "attic".',
        'reveal.reactions.kitchen: Expected the id of a scenario, found "kitchen".',
      ],
    ],
  ])('of %s says so', (_, change, expected) => {
    expect(complaints(change).toSorted()).toEqual(expected.toSorted())
  })
})

/** Says lines by their places, from the first turn on, until there is an end or nothing more is said. */
function saying(choices: readonly number[], answer = kind.empty(exercise)): ConversationLabAnswer {
  for (const choice of choices) {
    const { steps, end } = walkOf(queue, triedOf(answer, queue.id).now)
    if (end) break
    const { lines } = steps[steps.length - 1]!.turn
    answer = {
      ...answer,
      scenario: queue.id,
      ...withSaid(answer, queue, steps.length - 1, { line: lines[choice % lines.length]!.id, seen: true }),
    }
  }
  return answer
}

describe('a try', () => {
  const choices = fc.array(fc.nat(3), { maxLength: MOST_TURNS })

  test('survives being stored at any moment, and ends at an end of the record', () => {
    fc.assert(
      fc.property(choices, choices => {
        const answer = saying(choices)
        expect(kind.read(JSON.parse(JSON.stringify(answer)), kind.version, exercise)).toEqual(answer)
        const { steps, end } = walkOf(queue, triedOf(answer, queue.id).now)
        expect(kind.progress(answer, exercise)).toBe(end ? 'done' : choices.length ? 'some' : 'none')
        if (end) expect(steps.length).toBeGreaterThanOrEqual(4)
        expect(kind.categoriesOf(answer, exercise)).toHaveLength(end ? steps.length : steps.length - 1)
      }),
    )
  })

  test('is read from any JSON as a way that the record has', () => {
    const said = fc.record({
      turn: fc.constantFrom(...queue.turns.map(({ id }) => id), 'nowhere'),
      words: fc.oneof(fc.string(), fc.jsonValue()),
      line: fc.constantFrom(...queue.turns.flatMap(({ lines }) => lines.map(({ id }) => id)), ''),
      seen: fc.oneof(fc.boolean(), fc.jsonValue()),
    })
    const given = fc.oneof(fc.array(said, { maxLength: 60 }), fc.jsonValue())
    fc.assert(
      fc.property(given, given, (now, before) => {
        const answer = kind.read({ scenario: queue.id, tries: { queue: { now, before } } }, kind.version, exercise)!
        const walk = walkOf(queue, answer.tries.queue!.now)
        expect(walk.steps.map(({ said }) => said).slice(0, answer.tries.queue!.now.length)).toEqual(
          answer.tries.queue!.now,
        )
        if (answer.tries.queue!.before.length) expect(walkOf(queue, answer.tries.queue!.before).end).toBeDefined()
        const step = openStep(walk, true)
        expect(step).toBeLessThanOrEqual(stepsIn(walk, true))
        expect(placeOf(step, walk, true).stage === 'end').toBe(
          walk.end !== undefined && walk.steps.every(({ said }) => said.seen),
        )
      }),
    )
  })

  it('forgets what came after a line that is changed, and nothing else', () => {
    const answer = { ...saying([0, 0, 0, 0]), scenario: 'queue' }
    const at = (part: object) => triedOf({ ...answer, ...withSaid(answer, queue, 1, part) }, 'queue').now
    expect(at({ words: 'Oh!' }).map(({ line }) => line)).toEqual(['both', 'where', 'echo', 'come'])
    expect(at({ line: 'where' }).map(({ line }) => line)).toEqual(['both', 'where', 'echo', 'come'])
    expect(at({ line: 'topic' }).map(({ line }) => line)).toEqual(['both', 'topic'])
    expect(at({ line: 'where', words: '' })[1]).toEqual({ turn: 'cello', words: '', line: 'where', seen: true })
  })

  it('that is taken once more is kept to compare with', () => {
    const first = saying([1, 0, 1, 1])
    const again = { ...first, ...withAnotherTry(first, queue) }
    expect(kind.progress(again, exercise)).toBe('done')
    expect(walkOf(queue, triedOf(again, 'queue').now).steps).toHaveLength(1)
    const second = saying([0, 0, 0, 0], again)
    const { now, before } = triedOf(second, 'queue')
    const parted = parting(walkOf(queue, before), walkOf(queue, now))!
    expect([parted.turn.id, parted.before.id, parted.now.id]).toEqual(['greeting', 'short', 'both'])
    expect(parting(walkOf(queue, now), walkOf(queue, now))).toBeUndefined()
    expect(parting(walkOf(queue, []), walkOf(queue, now))).toBeUndefined()
  })

  it('that has no end any more, because the record changed, is nothing to compare with', () => {
    const tries = { queue: { now: [], before: whole.tries.queue!.before.slice(0, 3) } }
    expect(kind.read({ ...whole, tries }, 3, exercise)!.tries.queue!.before).toEqual([])
  })

  it('is put into words turn by turn, with what another try changed', () => {
    const [{ ask, text } = { ask: [], text: '' }, ...more] = kind.toText(whole, exercise, context)
    expect(more).toEqual([])
    expect(ask).toEqual(['In the queue at the ferry'])
    expect(text.split('\n')).toEqual([
      'She turns round. “Is this the end of the queue?”',
      'Your words: Yes, come in front of me.',
      'You: “It is, and we are both in it. Is that a cello?”',
      'What Aroha noticed: You had seen what she carries all day.',
      'Then: She turns round to you.',
      '“It is. I play it on the other side of the water.”',
      'You: “Where do you play over there?”',
      'What Aroha noticed: You took up the last thing that she said.',
      'Then: She comes half a step nearer.',
      '“In a hall for boats. The echo is as long as a bus.”',
      'Your words: What does it sound like?',
      'You: “How do you play with such an echo?”',
      'What Aroha noticed: You wanted to know how it is done.',
      'Then: She claps once, to show the echo.',
      'The ferry is there, and people begin to move.',
      'Your words: May I come and listen?',
      'You: “When can one listen to you?”',
      'What Aroha noticed: The talk was worth going on with.',
      'Then: She looks for a pen.',
      'How it ended: She writes a day on your ticket.',
      'Why it went this way: You asked for something that she would like to give, and it had a day.',
      'Your two tries took different ways here: She turns round. “Is this the end of the queue?”',
      'First you said: “Yes.”',
      'Now you said: “It is, and we are both in it. Is that a cello?”',
      'The first time it ended like this: You wave once, on the other side.',
    ])
  })

  it('repeats nothing that was not looked at', () => {
    const unseen = {
      ...whole,
      tries: { queue: { now: whole.tries.queue!.now.map(said => ({ ...said, seen: false })), before: [] } },
    }
    const text = kind.toText(unseen, exercise, context)[0]!.text
    expect(text).toContain('How it ended')
    expect(text).not.toMatch(/noticed|Then:|Why/)
  })

  it('of the activity that had this name before keeps its vote as the first line', () => {
    const answer = kind.read({ vote: 'short', note: '', done: false }, 2, exercise)!
    expect(answer).toEqual({
      scenario: 'queue',
      tries: { queue: { now: [{ turn: 'greeting', words: '', line: 'short', seen: false }], before: [] } },
    })
    expect(kind.progress(answer, exercise)).toBe('some')
    for (const vote of ['nothing', '', 7, 'constructor'])
      expect(kind.read({ vote }, 1, exercise)).toEqual(kind.empty(exercise))
  })

  it('is resumed where something is open: a scene, words, a line, what it brought about', () => {
    const step = (now: object[], reveals = true) => openStep(walkOf(queue, now as never), reveals)
    const said = { turn: 'greeting', words: '', line: '', seen: false }
    expect(openStep({ steps: [] }, true)).toBe(0)
    expect(step([])).toBe(0)
    expect(step([{ ...said, words: 'Hm.' }])).toBe(2)
    expect(step([{ ...said, line: 'both' }])).toBe(2)
    expect(step([{ ...said, line: 'both', seen: true }])).toBe(4)
    expect(step([{ ...said, line: 'both' }], false)).toBe(3)
    expect(step(whole.tries.queue!.now)).toBe(1 + 4 * 3)
    expect(placeOf(1 + 4 * 3, walkOf(queue, whole.tries.queue!.now), true).stage).toBe('end')
  })

  test.each(hostile)('survives %s', (_, json) => {
    for (const given of [
      json,
      { scenario: json, tries: json },
      { tries: { queue: json } },
      { tries: { queue: { now: json, before: json } } },
    ]) {
      const answer = kind.read(given, kind.version, exercise)
      if (answer) expect(kind.progress(answer, exercise)).not.toBe('done')
    }
  })
})

describe('a room', () => {
  const way = (counts: Record<string, number>) => {
    const { turns, end } = roomWay(queue, counts)
    return [...turns.map(({ turn, won, tie }) => `${turn.id}:${won?.id ?? (tie ? 'tie' : 'open')}`), end?.id ?? '…']
  }

  it.each([
    [{}, ['greeting:open', '…']],
    [{ 'greeting/both': 3, 'greeting/short': 3 }, ['greeting:tie', '…']],
    [{ 'greeting/both': 3, 'greeting/short': 4 }, ['greeting:short', 'silence:open', '…']],
    [
      { 'greeting/both': 1, 'cello/where': 1, 'hall/mine': 2, 'board/bye': 1 },
      ['greeting:both', 'cello:where', 'hall:mine', 'board:bye', 'wave'],
    ],
  ])('that counts %j goes this way: %j', (counts, expected) => {
    expect(way(counts)).toEqual(expected)
  })

  it('is led no further than its hands lead', () => {
    const counts = { 'greeting/both': 1, 'cello/where': 1 }
    expect(roomPlace(roomWay(queue, {}), 9)).toEqual({ step: 0, turn: 0, shows: 'votes' })
    expect(roomPlace(roomWay(queue, counts), 1)).toEqual({ step: 1, turn: 0, shows: 'reaction' })
    expect(roomPlace(roomWay(queue, counts), 9)).toEqual({ step: 4, turn: 2, shows: 'votes' })
    const all = { ...counts, 'hall/mine': 2, 'board/bye': 1 }
    expect(roomPlace(roomWay(queue, all), 9)).toEqual({ step: 8, turn: 3, shows: 'end' })
  })

  it('that votes itself into a loop stays where the loop closes', () => {
    const turns = queue.turns.map(turn =>
      turn.id === 'late' ? { ...turn, lines: turn.lines.map(line => ({ ...line, to: 'silence' })) } : turn,
    )
    const counts = { 'greeting/short': 1, 'silence/phone': 1, 'late/nod': 1 }
    const looped = roomWay({ ...queue, turns }, counts)
    expect(looped.turns.map(({ turn, won }) => [turn.id, won?.id])).toEqual([
      ['greeting', 'short'],
      ['silence', 'phone'],
      ['late', 'nod'],
      ['silence', undefined],
    ])
  })

  it('counts each line that was said, turn by turn', () => {
    const counts = tally(kind, exercise, [whole, saying([0, 1]), kind.empty(exercise)])
    expect(counts).toMatchObject({ 'greeting/both': 2, 'greeting/short': 0, 'cello/where': 1, 'cello/topic': 1 })
    expect(Object.keys(counts)).toHaveLength(12)
  })

  it('takes the time to read its longest way aloud and to vote, and then to talk', () => {
    const seconds = (talk?: number) => kind.workingSeconds({ ...exercise, talk }, texts => 3 * texts.length)
    expect(seconds(60) - seconds()).toBe(60)
    expect(seconds()).toBeGreaterThan(5 * 10)
    expect(seconds()).toBeLessThan(5 * 30)
  })
})
