import { isRecord, readText, readWhole } from '../kind'
import type { NetworkMap } from './schema'

export interface Person {
  id: number
  /** Initials or a code; never more than fits on the map. */
  code: string
  /** From 0, the innermost; nothing as long as nobody has said. */
  ring?: number
  /** Ids of the prompts that brought them to mind. */
  from: string[]
  /** The id of the option chosen, by the id of the question. */
  bins: Record<string, string>
}

/** Two people who know each other, the lower id first. */
export type Tie = [number, number]

export interface Network {
  people: Person[]
  ties: Tie[]
}

/** As much of the record as a map has to do with. */
export type MapRecord = Pick<NetworkMap, 'prompts' | 'closeness' | 'room' | 'atHome'>

type Bins = MapRecord['atHome']['bins']

/** Every question that brings names to mind, those of a room first. */
export const promptsOf = ({ prompts, atHome }: MapRecord) => [...prompts, ...atHome.prompts]

/** How much of the exercise is done: what a room has time for, or all of it. */
export type Scope = 'short' | 'whole'

export const CODE_LENGTH = 12
const HIGHEST_ID = 9999

export const emptyNetwork = (): Network => ({ people: [], ties: [] })

/** A code as it is kept: one line, short, without a letter cut in two. */
export function tidyCode(text: string): string {
  return [...text.slice(0, 200).replace(/\s+/g, ' ').trim()].slice(0, CODE_LENGTH).join('').trim()
}

/**
 * A network from stored JSON. People on a ring that is gone move to the outermost, an answer to a question that is gone
 * goes with it; a tie needs both its ends.
 */
export function readNetwork(json: unknown, record: MapRecord): Network {
  const given = isRecord(json) ? json : {}
  const people: Person[] = []
  for (const each of Array.isArray(given.people) ? given.people : []) {
    if (people.length === record.atHome.people) break
    const person = readPerson(each, record)
    if (person && !people.some(({ id }) => id === person.id)) people.push(person)
  }
  const ties: Tie[] = []
  const known = new Set<unknown>(people.map(({ id }) => id))
  const seen = new Set<string>()
  for (const pair of Array.isArray(given.ties) ? given.ties : []) {
    const [a, b] = Array.isArray(pair) ? (pair as number[]) : []
    if (a === undefined || b === undefined || !known.has(a) || !known.has(b) || a === b) continue
    const ends = tie(a, b)
    if (seen.has(ends.join())) continue
    seen.add(ends.join())
    ties.push(ends)
  }
  return { people, ties }
}

function readPerson(json: unknown, record: MapRecord): Person | undefined {
  const from = isRecord(json) ? json : {}
  const id = readWhole(from.id, 1, HIGHEST_ID)
  const code = tidyCode(readText(from.code, 200))
  if (id === undefined || !code) return undefined
  const ring = readWhole(from.ring, 0, Number.MAX_SAFE_INTEGER)
  const asked = Array.isArray(from.from) ? (from.from as unknown[]) : []
  return {
    id,
    code,
    ...(ring !== undefined && { ring: Math.min(ring, record.closeness.rings.length - 1) }),
    from: promptsOf(record)
      .map(prompt => prompt.id)
      .filter(id => asked.includes(id)),
    bins: readBins(from.bins, record.atHome.bins),
  }
}

/** Options by question, as far as the record has both. */
export function readBins(json: unknown, bins: Bins): Record<string, string> {
  const given = isRecord(json) ? json : {}
  return Object.fromEntries(
    bins.flatMap(({ id, options }) => {
      const option = options.find(option => option.id === given[id])
      return option ? [[id, option.id]] : []
    }),
  )
}

const tie = (a: number, b: number): Tie => (a < b ? [a, b] : [b, a])

export function areTied(ties: readonly Tie[], a: number, b: number): boolean {
  const [from, to] = tie(a, b)
  return ties.some(each => each[0] === from && each[1] === to)
}

/** Adds somebody, or notes of somebody who is there that another prompt brought them as well. */
export function withPerson({ people, ties }: Network, code: string, prompt: string): Network {
  const known = people.find(person => person.code === code)
  if (known)
    return {
      people: people.map(person =>
        person === known && !person.from.includes(prompt) ? { ...person, from: [...person.from, prompt] } : person,
      ),
      ties,
    }
  const id = Math.max(0, ...people.map(person => person.id)) + 1
  return { people: [...people, { id, code, from: [prompt], bins: {} }], ties }
}

export function changed({ people, ties }: Network, id: number, part: Partial<Omit<Person, 'id'>>): Network {
  return { people: people.map(person => (person.id === id ? { ...person, ...part } : person)), ties }
}

/** Puts somebody into a bin, or takes them out of it again. */
export function placed(network: Network, id: number, bin: string, option: string | undefined): Network {
  const { [bin]: _, ...others } = network.people.find(person => person.id === id)?.bins ?? {}
  return changed(network, id, { bins: option === undefined ? others : { ...others, [bin]: option } })
}

export function without({ people, ties }: Network, id: number): Network {
  return { people: people.filter(person => person.id !== id), ties: ties.filter(ends => !ends.includes(id)) }
}

export function withTie({ people, ties }: Network, a: number, b: number, known: boolean): Network {
  const others = ties.filter(each => !areTied([each], a, b))
  return { people, ties: known && a !== b ? [...others, tie(a, b)] : others }
}

/** How many people there is room for. */
export const roomFor = (record: MapRecord, scope: Scope) =>
  scope === 'short' ? record.room.people : record.atHome.people

/**
 * The people of whom it is asked who knows whom, and of whom therefore anything can be measured: all of them, or in a
 * room the nearest few, and those who have a tie from before nearer ones came.
 */
export function askedForTies({ people, ties }: Network, scope: Scope, record: MapRecord): Person[] {
  if (scope === 'whole') return people
  const ringOf = ({ ring }: Person) => ring ?? record.closeness.rings.length
  const nearest = [...people].sort((a, b) => ringOf(a) - ringOf(b)).slice(0, record.room.nearest)
  return people.filter(person => nearest.includes(person) || ties.some(ends => ends.includes(person.id)))
}

/** Whether somebody has not been spoken to for long, by the prompt that brought them or by a bin. */
export function isDormant(person: Person, record: MapRecord): boolean {
  return (
    promptsOf(record).some(({ id, dormant }) => dormant && person.from.includes(id)) ||
    record.atHome.bins.some(({ id, options }) =>
      options.some(option => option.dormant && person.bins[id] === option.id),
    )
  )
}
