import { describe, expect, it } from 'vitest'

import { kind as reachOut } from '../../components/exercises/reach-out/answer'
import ReachDraft from '../../components/exercises/reach-out/ReachDraft.vue'
import ReachField from '../../components/exercises/reach-out/ReachField.vue'
import ReachMend from '../../components/exercises/reach-out/ReachMend.vue'
import type { ReachOut } from '../../components/exercises/reach-out/schema'
import { examples } from '../fixtures/examples'
import { count, render, words } from './render'

const exercise = examples.find(({ name }) => name === 'reach-out')!.learner as unknown as ReachOut
const { draft, reveal } = exercise
const answer = (json: object) => reachOut.read(json, 2, exercise)!

describe('the weak draft', () => {
  it('is marked sentence by sentence, and says why only once the marks are checked', async () => {
    const asked = await render(ReachDraft, { draft, answer: answer({ marked: ['hello'] }), mends: reveal.mends })
    expect(count(asked, /type="checkbox"/g)).toBe(3)
    expect(count(asked, /type="checkbox"[^>]* checked/g)).toBe(1)
    expect(words(asked)).toContain('Check')
    expect(words(asked)).not.toContain('It could go to anybody')

    const checked = await render(ReachDraft, { draft, answer: answer({ checked: true }), mends: reveal.mends })
    expect(words(checked)).toContain('To be mended. It could go to anybody in the world.')
    expect(words(checked)).toContain('May stay. Only these two know about the plane.')
    expect(count(checked, /<input[^>]* disabled/g)).toBe(3)
  })

  it('keeps everything back before a room', async () => {
    const html = await render(ReachDraft, { draft, answer: answer({ checked: true }) })
    expect(words(html)).not.toMatch(/Check|mended|stay/)
    expect(html).not.toContain('disabled')
  })

  it('shows a better line beside one’s own after Compare', async () => {
    const [part, mend] = [draft.parts[0]!, reveal.mends[0]!]
    const before = await render(ReachMend, { part, mend, mended: { words: 'Dear Ruth', compared: false } })
    expect(words(before)).toContain('Hello, long time no see.')
    expect(words(before)).not.toContain('One better line')
    const after = await render(ReachMend, { part, mend, mended: { words: 'Dear Ruth', compared: true } })
    expect(words(after)).toContain('One better line: Dear Ruth, this morning the shop smelled of your glue.')
    expect(after).toContain('readonly')
  })

  it('may be compared without a finding, and lets the message be changed afterwards', async () => {
    const field = { ask: ['Ask?'], lines: 2 }
    const html = await render(ReachField, { field, words: '', good: { words: ['Like this'] }, compared: true })
    expect(words(html)).toBe('Ask? One that works: Like this')
    expect(html).not.toContain('readonly')
  })
})
