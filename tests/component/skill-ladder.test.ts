import { describe, expect, it } from 'vitest'

import ExercisePaper from '../../components/exercises/ExercisePaper.vue'
import ExerciseResults from '../../components/exercises/ExerciseResults.vue'
import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import type { SkillLadderAnswer } from '../../components/exercises/skill-ladder/answer'
import LadderFinding from '../../components/exercises/skill-ladder/LadderFinding.vue'
import LadderLog from '../../components/exercises/skill-ladder/LadderLog.vue'
import LadderSteps from '../../components/exercises/skill-ladder/LadderSteps.vue'
import LadderWeek from '../../components/exercises/skill-ladder/LadderWeek.vue'
import type { SkillLadder } from '../../components/exercises/skill-ladder/schema'
import { emptyWeek } from '../../components/exercises/skill-ladder/week'
import { examples } from '../fixtures/examples'
import { count, render, words } from './render'

const { learner, stored } = examples.find(({ name }) => name === 'skill-ladder')!
const exercise = learner as unknown as SkillLadder
const [week, second] = (stored.answer as SkillLadderAnswer).weeks
const steps = exercise.skills[0]!.steps

describe('a ladder on a screen', () => {
  it('begins with the skills and what they are made of', async () => {
    const html = await render(ExerciseScreen, { exercise, reveals: true })
    expect(words(html)).toContain(
      'Remembering a name You say it once while you talk. Saying thank you You say what for.',
    )
    expect(count(html, /type="radio"/g)).toBe(2)
    expect(words(html)).toContain('1 of 4')
  })

  it('shows three steps with an example each, to be put into one’s own words', async () => {
    const html = await render(LadderSteps, { skill: exercise.skills[0], words: ['', 'I greet Ife.', ''], asked: 3 })
    expect(words(html)).toMatch(/^Remembering a name .*Easy I write down one name a day\. One step further/)
    expect(count(html, /<textarea[^>]*dir="auto"/g)).toBe(3)
    expect(html).toContain('I greet Ife.')
    expect(words(await render(LadderSteps, { words: ['', '', ''], asked: 1 }))).toContain(
      'Go back and choose a skill first.',
    )
  })

  it('shows the seven days of a week once it has a first one', async () => {
    const html = await render(LadderWeek, { week, steps, brief: false })
    expect(count(html, /type="checkbox"/g)).toBe(7)
    expect(count(html, /type="checkbox"[^>]* checked/g)).toBe(2)
    expect(words(html)).toContain('Wednesday, April 9 Thursday, April 10')
    const open = await render(LadderWeek, { week: emptyWeek(), steps, brief: false })
    expect(count(open, /type="checkbox"/g)).toBe(0)
    expect(words(open)).toContain('Choose the first day, and the week stands here.')
    expect(words(await render(LadderWeek, { week, steps, brief: true }))).toBe('The first day')
  })

  it('has each try to tick and to note, and the ways that lead on from its step', async () => {
    const html = await render(LadderLog, { week, before: [], steps, full: false })
    expect(html).toContain('<span>Tried: Wednesday, April 9</span>')
    expect(html).toContain('aria-label="Friday, April 11: what did the other person do?"')
    expect(html).toContain('value="She told me how it is spelt."')
    expect(words(html)).toContain('And next week? The same step again One step braver Plan the next week')
    const brave = words(await render(LadderLog, { week: { ...week, step: 2 }, before: [], steps, full: false }))
    expect(brave).toContain('One step easier The same step again Plan')
    expect(words(await render(LadderLog, { week, before: [], steps, full: true }))).not.toContain('Plan the next week')
    expect(words(await render(LadderLog, { week: emptyWeek(), before: [], steps, full: false }))).toContain(
      'choose the first day',
    )
  })

  it('keeps what became of the weeks before as text, below the week that goes on', async () => {
    const html = await render(LadderLog, { week: second, before: [week], steps, full: false })
    expect(words(html)).toMatch(
      new RegExp(
        `Plan the next week The weeks before Week 1: 1 of 2 tried Easy: ${steps[0]} ` +
          'Wednesday, April 9: tried She told me how it is spelt. Friday, April 11: not tried$',
      ),
    )
    expect(count(html, /type="checkbox"/g), 'to tick, those of this week alone').toBe(2)
    expect(words(await render(LadderLog, { week, before: [], steps, full: false }))).not.toContain('before')
  })

  it('says at its end what was found, with its limit', async () => {
    expect(words(await render(LadderFinding, { exercise }))).toMatch(
      /^A step that has become dull .* Why small and often People who tried .* Its limit: It was a small thing/,
    )
  })
})

it('of a ladder the room sees how many chose each skill', async () => {
  const html = await render(ExerciseResults, { exercise, counts: { names: 2 } })
  expect([...html.matchAll(/class="tally-label">([^<]+)</g)].map(([, name]) => name)).toEqual([
    'Remembering a name',
    'Saying thank you',
  ])
  expect(words(html)).toContain('A step that has become dull has done its work.')
})

it('on paper a ladder has its skills with their steps, a line for each step and a row for each try', async () => {
  const { reveal: _, ...paper } = exercise
  const html = await render(ExercisePaper, { exercise: paper })
  expect(count(html, /<th scope="row"/g)).toBe(2)
  expect(count(html, /class="paper-line"/g)).toBe(3)
  expect(count(html, /class="paper-tick"/g)).toBe(2 + 3)
})
