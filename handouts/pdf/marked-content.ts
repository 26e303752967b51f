import type { Operation } from './content'
import { operand, readOperations } from './content'

/** A content stream, read: its operators, and which of them are marked. */
export interface Content {
  bytes: Uint8Array
  operations: Operation[]
  /** Marked-content sequences (ISO 32000-1, 14.6), by the place of the operator that begins each. */
  sequences: Map<number, Sequence>
}

export interface Sequence {
  begin: number
  mcid: number | undefined
  /** Tagged, or an artifact already. */
  covers: boolean
  words: boolean
  /** Within a sequence that covers, or around one: its own kind cannot change. */
  nested: boolean
}

/** What a content stream cannot say about itself. */
export interface Resources {
  /** The MCID in a BDC's properties, which ties the sequence to the structure tree. */
  mcidOf: (properties: string) => number | undefined
  /** What `/Name Do` draws; `tagged` is a form that holds marked content of its own. */
  drawn: (name: string) => 'tagged' | 'words' | 'picture'
}

/** Where text is put, which is no matter here: half of all operators. */
const PLACE = new Set(['Td', 'TD', 'Tm', 'T*'])

/** The operators that show text. */
export const SHOW = new Set(['Tj', 'TJ', "'", '"'])

export function readContent(bytes: Uint8Array, { mcidOf, drawn }: Resources): Content {
  const operations = readOperations(bytes, PLACE)
  const sequences = new Map<number, Sequence>()
  const open: Sequence[] = []
  for (let at = 0; at < operations.length; at++) {
    const { name } = operations[at]!
    if (name === 'BMC' || name === 'BDC') {
      const mcid = name === 'BDC' ? mcidOf(operand(bytes, operations[at]!, 1)) : undefined
      const covers = mcid !== undefined || operand(bytes, operations[at]!, 0) === '/Artifact'
      const sequence = { begin: at, mcid, covers, words: false, nested: open.some(each => each.covers) }
      if (covers) open.forEach(each => (each.nested = true))
      sequences.set(at, sequence)
      open.push(sequence)
    } else if (name === 'EMC') {
      open.pop()
    } else if (SHOW.has(name) || (name === 'Do' && drawn(operand(bytes, operations[at]!, 0)) !== 'picture')) {
      open.forEach(each => (each.words = true))
    }
  }
  return { bytes, operations, sequences }
}
