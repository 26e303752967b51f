import { resolve } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { printOptions } from '../../commands/print-options'
import { loadOrThrow } from '../../model/load'
import { UserError } from '../../model/user-error'
import type { Workshop } from '../../model/workshop'

let workshop: Workshop
beforeAll(async () => {
  workshop = await loadOrThrow(resolve(import.meta.dirname, '../..'))
})

type Flags = Parameters<typeof printOptions>[0]
const options = (flags: Flags, fields: Partial<Workshop> = {}) => printOptions(flags, { ...workshop, ...fields })

describe('what is printed', () => {
  it('follows workshop.yaml where no flag is given, on both papers if it names none', () => {
    const { people, start } = workshop
    expect(options({})).toEqual({ papers: ['a4', 'letter'], people, start })
    expect(options({}, { paper: 'letter', people: 8, start: '18:00', room: 'Hall' })).toEqual({
      papers: ['letter'],
      people: 8,
      start: '18:00',
      room: 'Hall',
    })
  })

  it('follows a flag against the field of the same name', () => {
    expect(
      options(
        { paper: 'LETTER', people: '500', start: '7:00', room: 'B2' },
        { paper: 'a4', people: 8, start: '18:00', room: 'Hall' },
      ),
    ).toEqual({ papers: ['letter'], people: 500, start: '07:00', room: 'B2' })
  })

  it.each<Flags>([
    { paper: '' },
    { paper: 'a4,letter' },
    { people: '' },
    { people: '1' },
    { people: '501' },
    { people: '2.5' },
    { people: '-4' },
    { start: '24:00' },
    { start: '9:60' },
    { start: '9.30' },
    { start: '930' },
  ])('is refused for %j, with what was found', flags => {
    expect(() => options(flags)).toThrow(UserError)
    expect(() => options(flags)).toThrow(`found "${Object.values(flags)[0]}".`)
  })

  it.each(['B2\nC3', 'B2\u0007', 'B2\u2028C3', 'r'.repeat(61)])('is refused for the room %j', room => {
    expect(() => options({ room })).toThrow(UserError)
    expect(() => options({ room })).toThrow('Expected --room as one line of at most 60 characters')
  })
})
