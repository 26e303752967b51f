import { isOneLine } from '../components/text/unfit'
import type { HandoutOptions } from '../handouts/options'
import { LONGEST_ROOM } from '../model/longest-room'
import { nearest } from '../model/nearest'
import type { PaperSize } from '../model/paper-size'
import { PAPER_SIZES } from '../model/paper-size'
import { UserError } from '../model/user-error'
import type { Workshop } from '../model/workshop'
import type { Values } from './flags'

/** Where papers lie once they are printed. */
export const HANDOUTS = 'dist/handouts'

/** The flags of everything that is printed or timed; each is also a field of workshop.yaml. */
export const printFlags = {
  paper: { type: 'string', example: 'a4', about: 'print on a4 or on letter alone; without it, on both' },
  people: { type: 'string', example: '24', about: 'how many participants to print for' },
  start: { type: 'string', example: '13:30', about: 'when the workshop begins' },
  room: { type: 'string', example: '"B2"', about: 'where it takes place' },
} as const

/** What the flags say: a mistake in one is refused before anything is read or started. */
export type PrintFlags = ReturnType<typeof readPrintFlags>

export function readPrintFlags({ paper, people, start, room }: Values<typeof printFlags>) {
  return {
    papers: paper === undefined ? undefined : [readPaper(paper)],
    people: people === undefined ? undefined : readPeople(people),
    start: start === undefined ? undefined : readStart(start),
    room: room === undefined ? undefined : readRoom(room),
  }
}

/** What is printed, where no flag says it as workshop.yaml does. */
export function printOptions(flags: PrintFlags, workshop: Workshop): HandoutOptions {
  const room = flags.room ?? workshop.room
  return {
    papers: flags.papers ?? (workshop.paper ? [workshop.paper] : PAPER_SIZES),
    people: flags.people ?? workshop.people,
    start: flags.start ?? workshop.start,
    ...(room && { room }),
  }
}

function readRoom(text: string): string {
  const room = text.trim()
  if (!isOneLine(room) || room.length > LONGEST_ROOM)
    throw new UserError(
      `Expected --room as one line of at most ${LONGEST_ROOM} characters, found ${JSON.stringify(text.slice(0, 80))}.`,
      'for example --room "B2"',
    )
  return room
}

function readPaper(text: string): PaperSize {
  const paper = PAPER_SIZES.find(each => each === text.toLowerCase())
  if (!paper)
    throw new UserError(
      `Expected --paper ${PAPER_SIZES.join(' or ')}, found "${text}".`,
      nearest(text.toLowerCase(), PAPER_SIZES)
        ? `did you mean ${nearest(text.toLowerCase(), PAPER_SIZES)}?`
        : undefined,
    )
  return paper
}

function readPeople(text: string): number {
  const people = Number(text)
  if (!Number.isInteger(people) || people < 2 || people > 500)
    throw new UserError(
      `Expected --people as a whole number from 2 to 500, found "${text}".`,
      'for example --people 24',
    )
  return people
}

function readStart(text: string): string {
  const match = text.match(/^(\d{1,2}):(\d{2})$/)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59)
    throw new UserError(`Expected --start as a time of day, found "${text}".`, 'for example --start 13:30')
  return `${match[1]!.padStart(2, '0')}:${match[2]}`
}
