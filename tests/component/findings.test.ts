import { describe, expect, it } from 'vitest'

import FindingPicture from '../../components/findings/FindingPicture.vue'
import { pictureSchema } from '../../components/findings/schema'
import { pictureInWords } from '../fixtures/picture-words'
import { context } from '../fixtures/workshop-context'
import { render, words } from './render'

const what = 'What was counted'
const EXAMPLES = [
  { kind: 'of-100', what, guessed: 47, guessedIs: 'about', found: 40 },
  { kind: 'of-100', what, found: 33, foundIs: 'most' },
  { kind: 'in-10000', what, rows: [{ label: 'before', n: 16 }, { label: 'after', n: 28 }] },
  { kind: 'bars', what, bars: [{ label: 'often', percent: 16.7 }, { label: 'rarely', percent: 27.8 }] },
  { kind: 'ladder', what, rungs: [{ label: 'far', place: 2 }, { label: 'middle', place: 1 }, { label: 'near', place: 2 }] },
  { kind: 'before-after', what, before: { label: 'without', value: 100 }, after: { label: 'with', value: 108.1 } },
  { kind: 'before-after', what, before: { label: 'without', value: 3 }, after: { label: 'with', value: 5 } },
].map(each => pictureSchema.parse(each)) // prettier-ignore

/** Letters, digits and what belongs to a number, whatever order the parts of a ladder stand in. */
const bare = (text: string) => text.replace(/[.:](?!\d)/g, '').split(/\s+/).sort().join(' ') // prettier-ignore

describe('the picture of a finding', () => {
  it.each(EXAMPLES)('$kind: its text is the words of its data, once; its shapes are silent', async picture => {
    const html = await render(FindingPicture, { picture })
    const places = picture.kind === 'ladder' ? ' ' : ''
    const said = pictureInWords(picture, context)
    // Equals share the number of their rung.
    expect(bare(words(html))).toBe(bare(places ? said.replace('near: 2', 'near') : said))
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"')
    expect(html).not.toContain('style=')
  })

  it('of a hundred fills as many dots as were guessed and found', async () => {
    const html = await render(FindingPicture, { picture: EXAMPLES[0] })
    const filled = [...html.matchAll(/class="picture-fill" d="([^"]*)"/g)].map(
      ([, path]) => path!.split('M').length - 1,
    )
    expect(filled).toEqual([47, 40])
  })

  it('of shares has bars on one scale, from nothing to all', async () => {
    const html = await render(FindingPicture, { picture: EXAMPLES[3] })
    expect([...html.matchAll(/class="picture-amount" width="([^"]*)"/g)].map(([, width]) => width)).toEqual([
      '16.7',
      '27.8',
    ])
  })

  it('of a ladder stands from the top, equals on one rung, whatever the order in the record', async () => {
    const html = await render(FindingPicture, { picture: EXAMPLES[4] })
    expect(words(html)).toMatch(/1 middle 2 far near/)
    expect(html.match(/class="picture-rung"/g)).toHaveLength(2)
  })
})
