import { describe, expect, it } from 'vitest'

import { debriefKind, debriefTexts } from '../../../components/exercises/debrief'
import { hostile } from './hostile'

const exercise = {
  debrief: [
    { id: 'who', ask: ['Who went?'], alone: ['Did you go?'] },
    { id: 'why', ask: ['Why?'] },
  ],
}
const read = (json: unknown) => debriefKind.read(json, 1, exercise)

describe('what somebody alone writes after an exercise', () => {
  it('is kept by the names of the questions, and what no question is called so is left out', () => {
    expect(read({ words: { who: 'I did', gone: 'lost' }, compared: ['gone', 'who', 7] })).toEqual({
      words: { who: 'I did', why: '' },
      compared: ['who'],
    })
  })

  it('is begun by a word or a look, and done once every question has words', () => {
    const at = (words: Record<string, string>, compared: string[] = []) =>
      debriefKind.progress({ words, compared }, exercise)
    expect(at({})).toBe('none')
    expect(at({ who: ' ' })).toBe('none')
    expect(at({}, ['why'])).toBe('some')
    expect(at({ who: 'I' })).toBe('some')
    expect(at({ who: 'I', why: 'So' })).toBe('done')
  })

  it('becomes text under the question as it was asked alone', () => {
    expect(debriefTexts({ words: { who: ' I did\n', why: '' }, compared: ['why'] }, exercise)).toEqual([
      { ask: ['Did you go?'], text: 'I did' },
    ])
  })

  it.each(hostile)('survives whatever a device holds: %s', (_, json) => {
    const answer = read(json) ?? debriefKind.empty(exercise)
    expect(() => debriefTexts(answer, exercise)).not.toThrow()
    expect(['none', 'some', 'done']).toContain(debriefKind.progress(answer, exercise))
  })
})
