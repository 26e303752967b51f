import { describe, expect, it } from 'vitest'

import { bibliography } from '../../../components/text/bibliography'
import type { Reference } from '../../../components/text/reference'

const labels = { and: 'and', others: 'and others', undated: 'no date', contested: 'contested', retracted: 'retracted' }
const article: Reference = {
  type: 'article',
  authors: ['Burt, Ronald S.', 'Wolff, Hans-Georg'],
  year: 2004,
  title: 'Structural holes and good ideas',
  container: 'American Journal of Sociology',
  volume: '110',
  issue: '2',
  pages: '349–399',
  standing: 'uncontested',
  seen: 'abstract',
}
const line = (change: Partial<Reference>) => bibliography({ ...article, ...change }, labels)

describe('a source in full', () => {
  it.each([
    [
      'an article',
      {},
      'Burt, R. S., Wolff, H.-G. (2004) Structural holes and good ideas. American Journal of Sociology, 110(2), 349–399.',
    ],
    [
      'a title that ends in a question',
      { title: 'Do people mix at mixers?' },
      'Burt, R. S., Wolff, H.-G. (2004) Do people mix at mixers? American Journal of Sociology, 110(2), 349–399.',
    ],
    [
      'a title that was not seen to its end',
      { title: 'I do it, but …' },
      'Burt, R. S., Wolff, H.-G. (2004) I do it, but … American Journal of Sociology, 110(2), 349–399.',
    ],
    [
      'a journal that ends in a full stop',
      { container: 'Gruppe. Interaktion. Organisation.', volume: undefined, pages: '121–134' },
      'Burt, R. S., Wolff, H.-G. (2004) Structural holes and good ideas. Gruppe. Interaktion. Organisation, 121–134.',
    ],
    [
      'no author, and the title leads',
      { authors: [], volume: undefined, pages: undefined },
      'Structural holes and good ideas. (2004) American Journal of Sociology.',
    ],
    [
      'no year',
      { year: undefined, volume: undefined, pages: undefined },
      'Burt, R. S., Wolff, H.-G. (no date) Structural holes and good ideas. American Journal of Sociology.',
    ],
  ])('reads well: %s', (_, change, expected) => {
    expect(line(change)).toBe(expected)
  })
})
