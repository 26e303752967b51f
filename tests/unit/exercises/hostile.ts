/** JSON that no honest device would store: every kind has to survive all of it. */
export const hostile: [what: string, json: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'answer'],
  ['a list', [1, 2, 3]],
  ['an empty object', {}],
  ['a planted prototype', JSON.parse('{"__proto__": {"chosen": 5}, "constructor": {"prototype": 1}}')],
  ['wrong types everywhere', { chosen: [], items: 'x', words: 3, guess: '9', before: '3', after: {}, if: {}, then: 4, date: 20310409, madeOn: [], partner: null, said: 'yes', vote: {}, note: [], done: 1, people: 'AB', ties: {}, shown: 'true' }],
  ['values within values', { chosen: { a: { b: 1 } }, items: { first: [[]], second: { given: {}, checked: 'yes', mark: 9 } }, words: { one: { x: 1 } } }],
  ['numbers beyond all bounds', { chosen: { a: 1e99, b: -1, c: 2.5 }, guess: Number.NaN, before: 11, after: -1, date: '9999-99-99' }],
  ['a text of ten million letters', { if: 'x'.repeat(1e7), note: 'x'.repeat(1e7), partner: 'x'.repeat(1e7), words: { one: 'x'.repeat(1e7) }, items: { first: { given: 'x'.repeat(1e7) } } }],
]
