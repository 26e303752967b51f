import { describe, expect, it } from 'vitest'

import type { ConversationLabAnswer } from '../../components/exercises/conversation-lab/answer'
import LabEnd from '../../components/exercises/conversation-lab/LabEnd.vue'
import LabReaction from '../../components/exercises/conversation-lab/LabReaction.vue'
import LabTurn from '../../components/exercises/conversation-lab/LabTurn.vue'
import type { ConversationLab } from '../../components/exercises/conversation-lab/schema'
import { walkOf } from '../../components/exercises/conversation-lab/walk'
import ExercisePaper from '../../components/exercises/ExercisePaper.vue'
import ExerciseResults from '../../components/exercises/ExerciseResults.vue'
import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import { examples } from '../fixtures/examples'
import { count, render, words } from './render'

const { learner, stored } = examples.find(({ name }) => name === 'conversation-lab')!
const exercise = learner as unknown as ConversationLab
const scenario = exercise.scenarios[0]!
const { now, before } = (stored.answer as ConversationLabAnswer).tries.queue!
const [first] = walkOf(scenario, now).steps

describe('a conversation on a screen', () => {
  it('begins with the scenes, and goes on only once one was chosen', async () => {
    const html = await render(ExerciseScreen, { exercise, reveals: true })
    expect(words(html)).toContain('Which scene would you like to try? In the queue at the ferry The ferry is late.')
    expect(html).toMatch(/<button type="button" class="button" disabled/)
    expect(words(html)).not.toContain('1 of')
  })

  const turn = (stage: 'write' | 'lines', part = {}, reveals = true) =>
    render(LabTurn, { step: { ...first, ...part }, stage, reveals, locked: 'Kept.', setting: ['Setting.'] })

  it('asks for one’s own words before it shows any line', async () => {
    const html = await turn('write')
    expect(words(html)).toContain('Setting. She turns round. “Is this the end of the queue?” What would you say or do?')
    expect(words(html)).not.toContain('and we are both in it')
    expect(count(html, /type="radio"/g)).toBe(0)
    expect(html).toContain('dir="auto"')
  })

  it('then shows the lines beside these words, and keeps the line once its effect was seen', async () => {
    const html = await turn('lines', { said: { ...first!.said, seen: false } })
    expect(words(html)).toContain('Your words: Yes, come in front of me. Which of these is nearest to yours?')
    expect(count(html, /type="radio"/g)).toBe(2)
    expect(count(html, / disabled/g)).toBe(0)
    expect(count(await turn('lines'), /type="radio"[^>]* disabled/g)).toBe(2)
  })

  it('says that the effect comes later where it may not be revealed', async () => {
    expect(words(await turn('lines', {}, false))).toMatch(/Kept\.$/)
    expect(words(await turn('lines', { line: undefined }, false))).not.toContain('Kept.')
    expect(words(await turn('lines'))).not.toContain('Kept.')
  })

  it('tells what the other person noticed and did', async () => {
    const reaction = exercise.reveal.reactions.queue!.greeting!.both!
    expect(words(await render(LabReaction, { scenario, line: first!.line!, reaction }))).toBe(
      'You: “It is, and we are both in it. Is that a cello?” What Aroha noticed: You had seen what she carries all day. Then: She turns round to you.',
    )
  })

  const end = (part = {}) =>
    render(LabEnd, {
      scenario,
      walk: walkOf(scenario, now),
      before: { steps: [] },
      why: ['Because.'],
      scenes: 1,
      ...part,
    })

  it('explains its end, and offers another try', async () => {
    const text = words(await end())
    expect(text).toBe('How it ended She writes a day on your ticket. Why it went this way: Because. Try it once more')
    expect(words(await end({ scenes: 2 }))).toMatch(/Another scene$/)
    expect(words(await end({ why: undefined }))).toContain('Why it ended like this comes when everyone has chosen.')
  })

  it('shows after another try where the two went different ways', async () => {
    expect(words(await end({ before: walkOf(scenario, before) }))).toContain(
      'Your two tries took different ways here: She turns round. “Is this the end of the queue?” First you said: “Yes.” Now you said: “It is, and we are both in it. Is that a cello?” The first time it ended like this: You wave once, on the other side.',
    )
    expect(words(await end({ before: walkOf(scenario, now) }))).toContain('Both tries took the same way.')
  })
})

describe('a conversation that a room votes on', () => {
  const votes = { 'greeting/both': 2, 'cello/where': 1, 'hall/mine': 2, 'board/bye': 1 }
  const room = async (counts: object, step: number) =>
    words(
      await render(
        ExerciseResults,
        { exercise, counts },
        { [`${exercise.id}/step`]: { version: 1, answer: { step } } },
      ),
    )

  it('shows one turn, and waits until one line has the most hands', async () => {
    expect(await room({}, 0)).toMatch(/^Turn 1 She turns round.*Count the hands for each line\./)
    expect(await room({ 'greeting/both': 2, 'greeting/short': 2 }, 0)).toContain('Two lines have equally many hands.')
    expect(await room({}, 0)).not.toContain('On the other side of the water')
  })

  it('shows what the line that won brings about, then the next turn, then the end and the way there', async () => {
    expect(await room(votes, 1)).toContain('What Aroha noticed: You had seen what she carries all day.')
    expect(await room(votes, 2)).toMatch(/^Turn 2 “It is\. I play it/)
    expect(await room(votes, 7)).toContain('See how it ends')
    const last = await room(votes, 99)
    expect(last).toContain('You wave once, on the other side. Why it went this way: It was a kind minute.')
    expect(last).toContain('“Where do you play over there?” “I sing in a stairwell. It forgives everything.”')
  })

  it('begins at the first turn whatever lies where its step should be', async () => {
    for (const answer of [null, 'two', { step: -1 }, { step: 1e9 }, { step: '2' }]) {
      const html = await render(
        ExerciseResults,
        { exercise, counts: votes },
        {
          [`${exercise.id}/step`]: { version: 1, answer },
        },
      )
      expect(words(html)).toMatch(/^Turn 1/)
    }
  })
})

it('on paper is a set of cards that say where each line leads, for one who reads and one who answers', async () => {
  const { reveal: _, ...paper } = exercise
  const html = await render(ExercisePaper, { exercise: paper })
  expect(count(html, /class="paper-card"/g)).toBe(8)
  expect(count(html, /class="paper-tick"/g)).toBe(12)
  const text = words(html)
  expect(text).toContain('One of you holds the cards, reads them aloud and plays Aroha.')
  expect(text).toContain('“Yes.” · go to card 3')
  expect(text).toContain('“Have a good trip.” · go to end B')
})
