import { fill } from '../../fill'
import { isolated } from '../../text/isolate'
import { isRecord, readText, readWhole } from '../kind'
import type { labels as english } from './labels'
import type { ActivityOnPaper } from './schema'

export interface Person {
  id: number
  /** Initials or a code; never more than fits on the map. */
  code: string
  /** From 0, the innermost. */
  ring: number
}

/** Two people who know each other, the lower id first. */
export type Tie = [number, number]

export interface NetworkMap {
  people: Person[]
  ties: Tie[]
}
/** What the record says of a map: its rings, and how many people it has room for. */
export type MapRecord = NonNullable<ActivityOnPaper['map']>

export const CODE_LENGTH = 12
/** Among how many of the nearest people lines are asked for. */
export const NEAREST = 5
const HIGHEST_ID = 9999

export const emptyMap = (): NetworkMap => ({ people: [], ties: [] })

/** A code as it is kept: one line, short, without a letter cut in two. */
export function tidyCode(text: string): string {
  return [...text.slice(0, 200).replace(/\s+/g, ' ').trim()].slice(0, CODE_LENGTH).join('').trim()
}

/** A map from stored JSON. People on a ring that is gone move to the outermost; a tie needs both its ends. */
export function readMap(json: unknown, { rings, people: room }: MapRecord): NetworkMap {
  const given = isRecord(json) ? json : {}
  const people: Person[] = []
  for (const each of Array.isArray(given.people) ? given.people : []) {
    if (people.length === room) break
    const from = isRecord(each) ? each : {}
    const id = readWhole(from.id, 1, HIGHEST_ID)
    const code = tidyCode(readText(from.code, 200))
    const ring = readWhole(from.ring, 0, Number.MAX_SAFE_INTEGER)
    if (id !== undefined && code && ring !== undefined && !people.some(person => person.id === id))
      people.push({ id, code, ring: Math.min(ring, rings.length - 1) })
  }
  const ties: Tie[] = []
  for (const pair of Array.isArray(given.ties) ? given.ties : []) {
    const [a, b] = Array.isArray(pair) ? (pair as unknown[]) : []
    const known = (id: unknown): id is number => people.some(person => person.id === id)
    if (known(a) && known(b) && a !== b && !areTied(ties, a, b)) ties.push(tie(a, b))
  }
  return { people, ties }
}

const tie = (a: number, b: number): Tie => (a < b ? [a, b] : [b, a])

export function areTied(ties: readonly Tie[], a: number, b: number): boolean {
  const [from, to] = tie(a, b)
  return ties.some(each => each[0] === from && each[1] === to)
}

export function withPerson({ people, ties }: NetworkMap, code: string, ring: number): NetworkMap {
  const id = Math.max(0, ...people.map(person => person.id)) + 1
  return { people: [...people, { id, code, ring }], ties }
}

export function moved({ people, ties }: NetworkMap, id: number, ring: number): NetworkMap {
  return { people: people.map(person => (person.id === id ? { ...person, ring } : person)), ties }
}

export function without({ people, ties }: NetworkMap, id: number): NetworkMap {
  return { people: people.filter(person => person.id !== id), ties: ties.filter(ends => !ends.includes(id)) }
}

export function withTie({ people, ties }: NetworkMap, a: number, b: number, known: boolean): NetworkMap {
  const others = ties.filter(each => !areTied([each], a, b))
  return { people, ties: known ? [...others, tie(a, b)] : others }
}

/** The people whom lines are asked for: the nearest few, and those that have a line from before nearer ones came. */
export function askedForTies({ people, ties }: NetworkMap): Person[] {
  const nearest = [...people].sort((a, b) => a.ring - b.ring).slice(0, NEAREST)
  return people.filter(person => nearest.includes(person) || ties.some(ends => ends.includes(person.id)))
}

/** The map in words, ring by ring from the inside out, then the lines; nothing for an empty one. */
export function mapInWords({ people, ties }: NetworkMap, rings: readonly string[], labels: typeof english): string[] {
  const codeOf = (id: number) => isolated(people.find(person => person.id === id)?.code ?? '')
  const onRings = rings.flatMap((name, ring) => {
    const codes = people.filter(person => person.ring === ring).map(({ code }) => isolated(code))
    return codes.length ? [fill(labels.mapOnRing, { ring: name, people: codes.join(', ') })] : []
  })
  const pairs = ties.map(([a, b]) => fill(labels.mapPair, { a: codeOf(a), b: codeOf(b) }))
  return [...onRings, ...(pairs.length ? [fill(labels.mapTies, { pairs: pairs.join(', ') })] : [])]
}
