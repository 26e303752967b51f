import { resolve } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { printOptions, readPrintFlags } from '../../commands/print-options'
import { loadOrThrow } from '../../model/load'
import { UserError } from '../../model/user-error'
import type { Workshop } from '../../model/workshop'

let workshop: Workshop
beforeAll(async () => {
  workshop = await loadOrThrow(resolve(import.meta.dirname, '../..'))
})

type Flags = Parameters<typeof readPrintFlags>[0]
const options = (flags: Flags, fields: Partial<Workshop> = {}) =>
  printOptions(readPrintFlags(flags), { ...workshop, ...fields })

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

  const PAPER = 'Expected --paper a4 or letter'
  const PEOPLE = 'Expected --people as a whole number from 2 to 500'
  const START = 'Expected --start as a time of day'

  it.each<[flags: Flags, expected: string, hint?: string]>([
    [{ paper: '' }, PAPER],
    [{ paper: 'a5' }, PAPER],
    [{ paper: 'a4,letter' }, PAPER, 'did you mean letter?'],
    [{ paper: 'lettre' }, PAPER, 'did you mean letter?'],
    [{ people: '' }, PEOPLE, 'for example --people 24'],
    [{ people: 'ten' }, PEOPLE, 'for example --people 24'],
    [{ people: '1' }, PEOPLE, 'for example --people 24'],
    [{ people: '501' }, PEOPLE, 'for example --people 24'],
    [{ people: '2.5' }, PEOPLE, 'for example --people 24'],
    [{ people: '-4' }, PEOPLE, 'for example --people 24'],
    [{ start: '24:00' }, START, 'for example --start 13:30'],
    [{ start: '25:00' }, START, 'for example --start 13:30'],
    [{ start: '9:60' }, START, 'for example --start 13:30'],
    [{ start: '9.30' }, START, 'for example --start 13:30'],
    [{ start: '930' }, START, 'for example --start 13:30'],
  ])('is refused for %j, with what was expected and found, and a remedy', (flags, expected, hint) => {
    expect(() => readPrintFlags(flags)).toThrow(UserError)
    const message = `${expected}, found "${Object.values(flags)[0]}".`
    expect(() => readPrintFlags(flags)).toThrow(expect.objectContaining({ message, hint, exit: 2 }))
  })

  it.each(['B2\nC3', 'B2\u0007', 'B2\u2028C3', 'r'.repeat(61)])('is refused for the room %j', room => {
    expect(() => readPrintFlags({ room })).toThrow(UserError)
    expect(() => readPrintFlags({ room })).toThrow('Expected --room as one line of at most 60 characters')
  })
})
