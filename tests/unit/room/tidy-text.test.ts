import { describe, expect, it } from 'vitest'

import { asCsv } from '../../../room/export'
import { tidyText } from '../../../room/tidy-text'

describe('words from a phone', () => {
  it.each([
    ['Hebrew with points', 'שָׁלוֹם, מַה נִּשְׁמַע?'],
    ['Arabic with vowel signs', 'مَرْحَبًا بِكُمْ؟'],
    ['Persian with a joiner that keeps letters apart', 'می\u200Cخواهم'],
    ['Hindi', 'क्षत्रिय नमस्ते'],
    ['Thai', 'ที่นี่มีน้ำ'],
    ['Korean', '한국어로 질문'],
    ['a family, a flag and a key', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 #️⃣'],
    ['Vietnamese', 'Tôi muốn hỏi'],
  ])('are kept as they are written: %s', (_, text) => expect(tidyText(text)).toBe(text.normalize('NFC')))

  it('keep no more marks on one letter than a line has room for', () => {
    expect(tidyText(`Why${'\u0315'.repeat(200)} so?`)).toBe(`Why${'\u0315'.repeat(8)} so?`)
  })

  it.each([' ', '\u200B\u200D\uFEFF', '\u3164\u2800', '\u202E\u0007'])(
    'in which nothing can be seen are none: %j',
    text => expect(tidyText(text)).toBe(''),
  )
})

describe('the table of a room, in a spreadsheet', () => {
  const tableOf = (...texts: string[]) =>
    asCsv({
      workshop: 'Any',
      people: 1,
      activities: [],
      exercises: [],
      messages: texts.map(text => ({ text, votes: 0, passed: true, answered: false })),
    })
      .split('\r\n')
      .slice(1, -1)

  it('runs nothing that somebody wrote, in the formulas of any keyboard', () => {
    expect(tableOf('=1+1', '＝1+1', ' +1', '＠SUM(1)', '-2', '2 - 1')).toEqual([
      "question,,'=1+1,0,",
      "question,,'＝1+1,0,",
      "question,,' +1,0,",
      "question,,'＠SUM(1),0,",
      "question,,'-2,0,",
      'question,,2 - 1,0,',
    ])
  })

  it('runs nothing either where a semicolon ends a cell', () => {
    expect(tableOf('So; =1+1;x', 'One; two')).toEqual([`question,,"So;' =1+1;x",0,`, 'question,,"One; two",0,'])
  })

  it('names an exercise by its title, also beside the lines that were sent to it', () => {
    const table = asCsv({
      workshop: 'Any',
      people: 1,
      activities: [],
      exercises: [{ id: 'one-plan', title: 'One plan', answered: 1, counts: {}, few: false }],
      messages: [{ exercise: 'one-plan', text: 'I ask once more.', votes: 0, passed: true, answered: false }],
    })
    expect(table).toContain('answered,One plan,,1,\r\nline,One plan,I ask once more.,0,\r\n')
  })
})
