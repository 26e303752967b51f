import { describe, expect, it, test } from 'vitest'

import type { CheckTools } from '../../../components/exercises/check-tools'
import type { ReachOutAnswer } from '../../../components/exercises/reach-out/answer'
import { kind as reachOut, partsToMend, pickedOf } from '../../../components/exercises/reach-out/answer'
import type { ReachOut } from '../../../components/exercises/reach-out/schema'
import { check } from '../../../components/exercises/reach-out/schema'
import { placeIn, resumedAt, stepsOf } from '../../../components/exercises/reach-out/steps'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const field = (ask: string) => ({ ask: [ask], lines: 1 })
const exercise = {
  shortlist: {
    ask: ['Which three?'],
    helps: [
      { id: 'other', text: 'knows other things' },
      { id: 'trust', text: 'trust' },
    ],
  },
  draft: {
    about: ['A draft'],
    parts: [
      { id: 'hello', text: ['Hello.'] },
      { id: 'memory', text: ['The kettle.'] },
      { id: 'favour', text: ['A job, please.'] },
    ],
  },
  prompts: [{ id: 'remember', ...field('What do you remember?') }],
  message: { ...field('Your message?'), minds: [['It asks for nothing.']] },
  when: field('When?'),
  second: field('A small question?'),
  introduction: field('Who introduces you?'),
  reveal: {
    choosing: ['found'],
    mends: [
      { part: 'hello', why: ['anybody'], better: ['Dear R.'] },
      { part: 'memory', why: ['only you two'] },
      { part: 'favour', why: ['too large'], better: ['No need to answer.'] },
    ],
    second: ['good question'],
    finding: ['a finding'],
    caveat: ['its limit'],
    introduction: ['good request'],
  },
} as unknown as ReachOut

const read = (json: object, version = 2) => reachOut.read(json, version, exercise)!
const shows = (answer: ReachOutAnswer, reveals = true) =>
  stepsOf(exercise, answer, reveals).map(step => (step.shows === 'mend' ? `mend ${step.part.id}` : step.shows))

describe('an answer to reach-out', () => {
  it('is done when a message was written, here or where it is sent from', () => {
    expect(reachOut.progress(read({}), exercise)).toBe('none')
    expect(reachOut.progress(read({ people: [{ who: 'T. O.' }] }), exercise)).toBe('some')
    expect(reachOut.progress(read({ message: 'Dear T.' }), exercise)).toBe('done')
    expect(reachOut.progress(read({ elsewhere: true }), exercise)).toBe('done')
  })

  it('takes over what was written when five prompts were all there was', () => {
    const words = {
      who: 'T. O., dormant',
      remember: 'The kettle',
      give: 'A photo',
      message: 'Dear T., I found this.',
      when: 'Tonight at eight',
    }
    const answer = read({ before: 3, after: 8, words }, 1)
    expect(answer).toMatchObject({
      people: [{ who: 'T. O., dormant', helps: [] }, { who: '' }, { who: '' }],
      pick: 0,
      words: { remember: 'The kettle' },
      message: 'Dear T., I found this.',
      when: 'Tonight at eight',
      marked: [],
    })
    expect(reachOut.progress(answer, exercise)).toBe('done')
    // Kept in today's shape it is read as it is.
    expect(read(JSON.parse(JSON.stringify(answer)) as object)).toEqual(answer)
    expect(reachOut.progress(read({ before: 3 }, 1), exercise)).toBe('none')
    expect(read({ words: 'broken' }, 1).message).toBe('')
  })

  it('counts in a room which sentences somebody would mend', () => {
    expect(reachOut.categories(exercise)).toEqual(['hello', 'memory', 'favour'])
    expect(reachOut.categoriesOf(read({ marked: ['favour', 'hello', 'nothing', 'hello'] }), exercise)).toEqual([
      'hello',
      'favour',
    ])
  })

  it('names who is written to only if somebody has a name', () => {
    expect(pickedOf(read({ pick: 1, people: [{ who: 'A' }, { who: 'B' }] }))?.who).toBe('B')
    expect(pickedOf(read({ pick: 2, people: [{ who: 'A' }] }))).toBeUndefined()
    expect(pickedOf(read({ pick: 7, people: [{ who: 'A' }] }))).toBeUndefined()
  })

  it('says in words what was written, and nothing that is revealed', () => {
    const answer = read({
      people: [{ who: 'T. O.', helps: ['trust', 'other'] }, { who: 'K.' }],
      pick: 0,
      marked: ['hello'],
      checked: true,
      mends: { hello: { words: 'Dear R., the kettle.', compared: true } },
      message: 'Dear T.',
      second: 'Which course?',
      compared: ['second'],
    })
    expect(reachOut.toText(answer, exercise, context)).toEqual([
      { ask: ['Which three?'], text: 'T. O.: knows other things, trust\nK.' },
      { ask: ['Whom I write to'], text: 'T. O.' },
      { ask: ['Your line for “Hello.”'], text: 'Dear R., the kettle.' },
      { ask: ['Your message?'], text: 'Dear T.' },
      { ask: ['A small question?'], text: 'Which course?' },
    ])
  })

  it('offers its hour and its message to a plan, once there are both and somebody to send it to', () => {
    const whole = { people: [{ who: 'T. O.' }], pick: 0, message: 'Dear T.', when: 'Tonight at eight' }
    const ideas = (json: object) => reachOut.ideas!(read(json), exercise, context)
    expect(ideas(whole)).toEqual([
      { if: 'it is the hour that I have set (Tonight at eight)', then: 'I send my message to T. O.' },
    ])
    expect(ideas({ ...whole, when: ' ' })).toEqual([])
    expect(ideas({ ...whole, message: '' })).toEqual([])
    expect(ideas({ ...whole, pick: undefined })).toEqual([])
    const reminders = (json: object) => reachOut.reminders!(read(json), exercise, context)
    expect(reminders({ message: ' Hello E. ' })).toEqual([
      { ask: [context.labels['reach-out'].first], text: 'Hello E.' },
    ])
    expect(reminders({ message: ' ' })).toEqual([])
  })

  test.each(hostile)('survives %s, of today and of the first version', (_, json) => {
    for (const version of [1, 2]) {
      const answer = reachOut.read(json, version, exercise)
      if (answer) expect(Object.keys(answer.mends)).toEqual(['hello', 'memory', 'favour'])
    }
  })
})

describe('the steps of reach-out', () => {
  it('mend what was marked, and once it is checked what needs it', () => {
    expect(partsToMend(exercise, read({ marked: ['memory'] })).map(({ id }) => id)).toEqual(['memory'])
    expect(partsToMend(exercise, read({ marked: ['memory'], checked: true })).map(({ id }) => id)).toEqual([
      'hello',
      'favour',
    ])
  })

  it('go from three people over the draft to the second message', () => {
    expect(shows(read({ checked: true }))).toEqual([
      'shortlist',
      'draft',
      'mend hello',
      'mend favour',
      'prompt',
      'message',
      'when',
      'second',
      'introduction',
    ])
  })

  it('begin before a room with the draft, and end with the hour', () => {
    expect(shows(read({ checked: true, marked: ['hello'] }), false)).toEqual([
      'draft',
      'shortlist',
      'prompt',
      'message',
      'when',
    ])
  })

  it('stay as many as one was told at first, however many sentences there are to mend', () => {
    const places = (json: object) => {
      const steps = stepsOf(exercise, read(json), true)
      return steps.map((_, at) => placeIn(steps, at)).map(({ n, all, sentence }) => `${n}/${all} ${sentence}`)
    }
    const all = places({}).length
    expect(places({})).toEqual(Array.from({ length: all }, (_, at) => `${at + 1}/${all} 0`))
    const checked = places({ checked: true })
    expect(checked.length).toBeGreaterThan(all)
    expect(checked.slice(0, 3)).toEqual([`1/${all} 0`, `2/${all} 0`, `2/${all} 1`])
    expect(checked.at(-1)).toBe(`${all}/${all} 0`)
  })

  it('go on after the last that was dealt with', () => {
    const at = (json: object) => resumedAt(stepsOf(exercise, read(json), true), read(json), true)
    expect(at({})).toBe(0)
    expect(at({ people: [{ who: 'A' }] })).toBe(0)
    expect(at({ people: [{ who: 'A' }], pick: 0 })).toBe(1)
    expect(at({ checked: true })).toBe(2)
    expect(at({ message: 'Dear T.' })).toBe(4)
    expect(at({ introduction: 'Uncle' })).toBe(stepsOf(exercise, read({}), true).length)
  })
})

describe('the check of reach-out', () => {
  function complaints(change: (each: ReachOut) => void): string[] {
    const changed = JSON.parse(JSON.stringify(exercise)) as ReachOut
    change(changed)
    const found: string[] = []
    const tools: CheckTools = {
      modules: [],
      didYouMean: String,
      complain: (path, message) => found.push(`${path.join('.')}: ${message}`),
    }
    check(changed, tools)
    return found
  }

  it('finds a sound draft sound', () => expect(complaints(() => {})).toEqual([]))

  it.each<[string, (each: ReachOut) => void, string]>([
    [
      'a mend of no part',
      each => (each.reveal.mends[0]!.part = 'hallo'),
      'reveal.mends.0.part: Expected the id of a part of the draft, found "hallo".',
    ],
    [
      'two mends of one part',
      each => (each.reveal.mends[1]!.part = 'hello'),
      'reveal.mends.1.part: Expected one mend to each part, found a second one to "hello".',
    ],
    [
      'a part without a mend',
      each => each.reveal.mends.pop(),
      'draft.parts.2.id: Expected a mend to "favour" in `reveal.mends`, found none.',
    ],
    [
      'a draft without a fault',
      each => each.reveal.mends.forEach(mend => delete mend.better),
      'reveal.mends: Expected a draft with something to mend, found no `better` line.',
    ],
    [
      'an introduction with nothing to compare it with',
      each => delete each.reveal.introduction,
      'introduction: Expected a good request to compare with in `reveal.introduction`, found none.',
    ],
    [
      'a good introduction that answers no question',
      each => delete each.introduction,
      'reveal.introduction: Expected the question that it is a good answer to in `introduction`, found none.',
    ],
  ])('names %s', (_, change, expected) => {
    expect(complaints(change)).toContain(expected)
  })
})
