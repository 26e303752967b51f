import { describe, expect, it } from 'vitest'

import type { StoredAnswer } from '../../components/composables/answer-store'
import { answerKeys } from '../../components/exercises/answer-keys'
import { kind as mapKind } from '../../components/exercises/network-map/answer'
import NetworkMapPicture from '../../components/exercises/network-map/NetworkMapPicture.vue'
import type { NetworkMap } from '../../components/exercises/network-map/schema'
import { papers } from '../../components/exercises/papers'
import { pictures } from '../../components/exercises/pictures'
import { kinds } from '../../components/exercises/registry'
import { results } from '../../components/exercises/results'
import { screens } from '../../components/exercises/screens'
import SelfCheckPicture from '../../components/exercises/self-check/SelfCheckPicture.vue'
import { examples } from '../fixtures/examples'
import { selfCheck } from './exercise-records'
import { count, render, words } from './render'

const map = examples.find(({ name }) => name === 'network-map')!.learner as unknown as NetworkMap
const emptyMap = mapKind.empty(map)

describe('a picture of an answer', () => {
  it('is optional for a kind, as is its part of the answer key; a screen, paper and results are not', () => {
    for (const optional of [pictures, answerKeys])
      expect(new Set(Object.keys(kinds).map(optional.has))).toEqual(new Set([true, false]))
    for (const needed of [screens, papers, results])
      expect(Object.keys(kinds).filter(kind => !needed.has(kind))).toEqual([])
    expect(pictures.has('no-such')).toBe(false)
    expect(screens.has('_template')).toBe(false)
    expect(() => pictures.componentOf('plan')).toThrow('components/exercises/plan/PlanPicture.vue is missing.')
  })

  const chosen = (a: number, b: number, c: number, d: number) => ({ chosen: { a, b, c, d } })

  it('of a self-check is its profile', async () => {
    const html = await render(pictures.componentOf('self-check'), { exercise: selfCheck, answer: chosen(5, 1, 2, 4) })
    expect(count(html, /class="profile-bar"/g)).toBe(2)
    expect(words(html)).toContain('A waste of time 10 from 2 to 10')
    expect(html).not.toMatch(/secret| style=/)
  })

  it('of a self-check asked again stands beside the first one', async () => {
    const again = { ...selfCheck, id: 'again', repeats: 'check' }
    const stored: Record<string, StoredAnswer> = { check: { version: 1, answer: chosen(3, 3, 2, 4) } }
    const html = await render(SelfCheckPicture, { exercise: again, answer: chosen(5, 1, 2, 4) }, stored)
    expect(count(html, /data-time="first"/g)).toBe(2)
    expect(words(html)).toContain('first 6, now 10: 4 higher')
    expect(
      count(await render(SelfCheckPicture, { exercise: again, answer: chosen(5, 1, 2, 4) }), /data-time="first"/g),
    ).toBe(0)
  })

  it('of a map has a plate for each person, a line for each tie, all of it in words, and what it says', async () => {
    const people = [
      { id: 1, code: 'AB', ring: 0, from: [], bins: {} },
      { id: 2, code: 'Anneliese', ring: 1, from: [], bins: {} },
      { id: 3, code: '<b>', ring: 1, from: ['lost'], bins: {} },
    ]
    const answer = { ...emptyMap, network: { people, ties: [[1, 2]] }, asked: true }
    const html = await render(NetworkMapPicture, { exercise: map, answer })
    expect(count(html, /class="network-person"/g)).toBe(3)
    expect(count(html, /<line/g)).toBe(1)
    expect(html).toContain('role="img" aria-label="A map with you in the middle. Close to me: AB.')
    expect(html).toContain('Further away: Anneliese, &lt;b&gt;.')
    expect(words(html)).toContain('Ann…')
    expect(words(html)).toContain('1 of 3 pairs knows each other')
    expect(html).not.toMatch(/ style=|<b>/)
  })

  const exampleOf = (name: string) => examples.find(each => each.name === name)!
  const drawn = ['cases', 'conversation-lab', 'mixer', 'news-travels', 'reach-out', 'skill-ladder']
  it.each(drawn)('of %s is drawn from its example answer, in words as well, and without styles', async name => {
    const { kind, learner: exercise, stored } = exampleOf(name)
    const answer = kind.read(stored.answer, stored.version, exercise)
    const html = await render(pictures.componentOf(name), { exercise, answer })
    expect(html).toMatch(/<svg[^>]* (?:role="img" aria-label="[^"]{20,}"|aria-hidden="true")/)
    expect(html).not.toMatch(/ style=|NaN|undefined|\{\w+\}/)
    const nothing = await render(pictures.componentOf(name), { exercise, answer: kind.empty(exercise) })
    expect(count(nothing, /<svg/g)).toBe(0)
  })

  it('of a conversation parts where another line was said, and counts its turns', async () => {
    const { kind, learner: exercise, stored } = exampleOf('conversation-lab')
    const answer = kind.read(stored.answer, stored.version, exercise)
    const html = await render(pictures.componentOf('conversation-lab'), { exercise, answer })
    expect(count(html, /<path/g)).toBe(2)
    expect(count(html, /class="lab-parted"/g)).toBe(2)
    expect(html).toMatch(/aria-label="First you said: .* Now you said: .* Turn 1\."/)
  })

  it('of a ladder has a dot for each try on its rung, and of cases a tick where the choice fits', async () => {
    const [ladder, cases] = [exampleOf('skill-ladder'), exampleOf('cases')]
    const read = ({ kind, stored, learner }: typeof ladder) => kind.read(stored.answer, stored.version, learner)
    const rungs = await render(pictures.componentOf('skill-ladder'), { exercise: ladder.learner, answer: read(ladder) })
    expect(count(rungs, /<circle/g)).toBe(4)
    expect(count(rungs, /data-done/g)).toBe(1)
    expect(words(rungs)).toContain('Tried: 1 of 2')
    const marks = await render(pictures.componentOf('cases'), { exercise: cases.learner, answer: read(cases) })
    expect(count(marks, /<circle/g)).toBe(1)
  })

  it('of a shortlist has a dot for each thing that helps, and marks whom one writes to', async () => {
    const { learner: exercise, kind, stored } = exampleOf('reach-out')
    const answer = kind.read(stored.answer, stored.version, exercise)
    const html = await render(pictures.componentOf('reach-out'), { exercise, answer })
    const { people } = answer as { people: { who: string; helps: string[] }[] }
    const named = people.filter(({ who }) => who)
    expect(count(html, /<li/g)).toBe(named.length)
    expect(count(html, /data-true/g)).toBe(named.flatMap(({ helps }) => helps).length)
    expect(count(html, /data-picked/g)).toBe(1)
  })

  it('is nothing where there is nothing to draw', async () => {
    expect(words(await render(NetworkMapPicture, { exercise: map, answer: emptyMap }))).toBe('')
    expect(words(await render(SelfCheckPicture, { exercise: selfCheck, answer: { chosen: {} } }))).toBe('')
  })
})
