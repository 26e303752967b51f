import { describe, expect, it } from 'vitest'

import ExerciseResults from '../../components/exercises/ExerciseResults.vue'
import ExplorableEnd from '../../components/exercises/ExplorableEnd.vue'
import type { Counts } from '../../components/exercises/kind'
import type { Arrangement } from '../../components/exercises/mixer/arrangements'
import { ROUNDS } from '../../components/exercises/mixer/arrangements'
import MixerEvening from '../../components/exercises/mixer/MixerEvening.vue'
import MixerRoom from '../../components/exercises/mixer/MixerRoom.vue'
import { namesOf, partyOf } from '../../components/exercises/mixer/party'
import type { Mixer } from '../../components/exercises/mixer/schema'
import { evening } from '../../components/exercises/mixer/simulation'
import { wayWithin } from '../../components/exercises/mixer/way'
import NewsTies from '../../components/exercises/news-travels/NewsTies.vue'
import NewsWeeks from '../../components/exercises/news-travels/NewsWeeks.vue'
import type { NewsTravels } from '../../components/exercises/news-travels/schema'
import { examples } from '../fixtures/examples'
import { count, render, words } from './render'

const example = (kind: string) => examples.find(({ name }) => name === kind)!.learner
const mixer = example('mixer') as Mixer
const town = example('news-travels') as NewsTravels

describe('a reception', () => {
  const shown = (rounds: string, props: object = {}) =>
    render(MixerEvening, {
      party: partyOf(mixer),
      names: namesOf(mixer),
      circles: mixer.circles.map(({ name }) => name),
      need: mixer.target.faces,
      goal: mixer.target.people,
      rounds,
      next: 'free',
      arranged: mixer.arranged,
      way: wayWithin(mixer),
      ...props,
    })

  it('has a shape for each circle, a gauge for each person, and all of it in a sentence', async () => {
    const html = await shown('')
    expect(count(html, /class="mixer-person"/g)).toBe(12)
    expect(count(html, /<circle/g)).toBe(12 * mixer.target.faces)
    expect(new Set([...html.matchAll(/class="mixer-person"[^>]*><path d="([^"]+)"/g)].map(([, d]) => d)).size).toBe(3)
    expect(html).toContain(
      'role="img" aria-label="The room at minute 0 of 90. Groups that stand together: 3. Groups with more than one circle in them: 0."',
    )
    expect(html).not.toContain(' style=')
  })

  it('fills the gauges as people meet, and ties who have met', async () => {
    const moments = evening(partyOf(mixer), ['pairs', 'pairs'])
    const picture = await render(MixerRoom, {
      circles: partyOf(mixer).circles,
      moments,
      need: 2,
      alt: 'The room',
      still: true,
    })
    const faces = moments[2]!.faces.reduce((sum, each) => sum + Math.min(2, each), 0)
    expect(count(picture, /data-filled/g)).toBe(faces)
    expect(count(picture.match(/class="mixer-met" d="([^"]*)"/)![1]!, /M/g)).toBe(moments[2]!.met.length)
  })

  it('offers steps and the end of it, and what was done can be taken back', async () => {
    expect(words(await shown(''))).toContain('Ten minutes later To the end Minute 0 of 90')
    expect(words(await shown('p'))).toContain('Ten minutes later To the end Ten minutes back Begin again')
    expect(words(await shown('fffffffff'))).not.toContain('Ten minutes later')
  })

  it('closes every arrangement but none, once the rounds that may be arranged are used up', async () => {
    expect(count(await shown('p', { next: 'pairs' }), /disabled/g)).toBe(0)
    const html = await shown('pp', { next: 'pairs' })
    expect(count(html, /<input[^>]* disabled/g)).toBe(3)
    expect(html).toMatch(/value="free"[^>]* checked/)
    expect(count(await shown('', { arranged: 0 }), /type="radio"/g)).toBe(0)
  })

  it('shows one way only to those whose evening is over without reaching the goal', async () => {
    expect(words(await shown('fffffffff'))).toContain('Show one way')
    expect(words(await shown('ffff'))).not.toContain('Show one way')
    expect(words(await shown('ppfffffff'))).not.toContain('Show one way')
  })

  it('asks a room for its hands, and lets the presenter play beside the counts', async () => {
    const results = (counts: Counts) => render(ExerciseResults, { exercise: mixer, counts })
    expect(words(await results({}))).toContain('Hands up. Which would you choose? Left free')
    const html = words(await results({ pairs: 3 }))
    expect(html).not.toContain('Hands up.')
    expect(html).toContain('Which would you choose? Left free')
    expect(html).toContain('Ten minutes later')
  })

  it('whose goal nobody arranges is missed, as the picture of it says in words', async () => {
    const free = Array.from({ length: ROUNDS }, (): Arrangement => 'free')
    const n = evening(partyOf(mixer), free)[ROUNDS]!.faces.filter(each => each >= mixer.target.faces).length
    expect(words(await shown('fffffffff'))).toContain(
      `The evening is over. People with enough new faces: ${n} of 12. Talks between people`,
    )
  })
})

describe('news', () => {
  const shown = (act: string, moves: string[]) => render(NewsWeeks, { town, act, moves, seed: town.seed })

  it('is a map with a gauge for everybody, and your ties in words', async () => {
    const html = await shown('one', ['Femi=weak', '+'])
    expect(count(html, /class="news-person"/g)).toBe(12)
    expect(count(html, /<circle/g)).toBe(12 * 3)
    expect(html).toMatch(/role="img" aria-label="You and the groups around you after 1 of 6 weeks\. Uma: silent, 0 h\./)
    expect(html).not.toContain(' style=')
  })

  it('has no ties to set in the first act, those of contacts then, and in the end those of close people too', async () => {
    const selects = async (act: string) => count(await shown(act, []), /<select/g)
    expect(await selects('circle')).toBe(0)
    expect(await selects('one')).toBe(4)
    expect(await selects('whole')).toBe(3 + 4)
    expect(await selects('table')).toBe(3 + 4)
  })

  it('closes what there are no hours for, and never what is set', async () => {
    const html = await render(NewsTies, { town, act: 'one', levels: { Femi: 'weak' } })
    expect(html).toMatch(/<option value="weak"[^>]*disabled/)
    expect(html).not.toMatch(/<option value="silent"[^>]*disabled/)
    expect(words(html)).toContain('Hours given: 1 of 1')
    expect(count(await render(NewsTies, { town, act: 'table', levels: {} }), /disabled/g)).toBe(0)
  })

  it('says in the last act what else you need, and whether you have it', async () => {
    const weeks = Array.from({ length: 6 }, () => '+')
    expect(words(await shown('whole', weeks))).toContain(
      'A good word reaches Eva: no. Two close people hold you up: yes. Not there yet.',
    )
  })
})

describe('the end of an explorable', () => {
  const props = {
    played: true,
    notPlayed: 'Play first.',
    found: [{ finding: ['secret finding'], caveat: ['secret caveat'] }],
    model: ['secret model'],
    modelLabel: 'Left out:',
    note: { ask: ['Which one?'], lines: 2 },
    written: '',
    compare: ['secret comparison'],
    compareLabel: 'Compare:',
  }

  it('holds findings back until something was played', async () => {
    expect(words(await render(ExplorableEnd, { ...props, played: false }))).toBe('Play first. Which one?')
    expect(words(await render(ExplorableEnd, props))).toContain('secret finding Its limit: secret caveat')
  })

  it('compares once something was written, where it may', async () => {
    expect(words(await render(ExplorableEnd, props))).not.toContain('secret comparison')
    expect(words(await render(ExplorableEnd, { ...props, written: 'Ours' }))).toContain('Compare: secret comparison')
    expect(words(await render(ExplorableEnd, { ...props, written: 'Ours', compare: undefined }))).not.toContain(
      'Compare:',
    )
  })
})
