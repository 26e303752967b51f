import type { Operation } from './content'
import { operand } from './content'
import type { Content, Resources } from './marked-content'
import { SHOW } from './marked-content'

/** What a content stream cannot say about itself, nor change alone. */
export interface Surroundings extends Pick<Resources, 'drawn'> {
  /** Told of each tagged sequence without words; true when it is decoration and has left the structure tree. */
  release: (mcid: number) => boolean
  /** `Do` of a form that is outside marked content here and has to see to its own. */
  descend: (name: string) => void
}

/**
 * Puts what is outside marked content into `/Artifact BMC … EMC`, so that everything on the page is
 * either tagged or an artifact (ISO 14289-1, 7.1). In Chromium's output that is the @page margin boxes,
 * aria-hidden parts, backgrounds and generated content.
 *
 * Marked content has to nest with BT … ET and may not begin within a path (14.6.1); it is kept within
 * one q … Q as well, although Chromium's own sequences cross those.
 */
export function markArtifacts({ bytes, operations, sequences }: Content, about: Surroundings): Uint8Array {
  const nameAt = (at: number) => operand(bytes, operations[at]!, 0)
  const edits: Edit[] = []
  for (const sequence of sequences.values()) {
    const { start, end } = operations[sequence.begin]!
    if (sequence.mcid !== undefined && !sequence.words && !sequence.nested && about.release(sequence.mcid))
      edits.push({ start, end, text: '/Artifact BMC' })
  }

  let covered = 0
  const open: boolean[] = []
  let run: { start: number; end: number } | undefined
  let path: number | undefined
  const flush = () => {
    if (run)
      edits.push(
        { start: run.start, end: run.start, text: '/Artifact BMC\n' },
        { start: run.end, end: run.end, text: '\nEMC' },
      )
    run = undefined
  }
  const draw = (start: number, end: number) => {
    if (covered === 0) run = { start: run?.start ?? start, end }
  }

  for (let at = 0; at < operations.length; at++) {
    const { name, start, end } = operations[at]!
    if (name === 'BMC' || name === 'BDC') {
      flush()
      const covers = sequences.get(at)!.covers
      open.push(covers)
      covered += Number(covers)
    } else if (name === 'EMC') {
      flush()
      covered -= Number(open.pop() ?? false)
    } else if (name === 'BT' && covered === 0) {
      const last = wholeText(operations, at, sequences)
      if (last === undefined) {
        flush()
      } else {
        if (operations.slice(at, last).some(each => SHOW.has(each.name))) draw(start, operations[last]!.end)
        at = last
      }
    } else if (name === 'q' || name === 'Q' || name === 'BT' || name === 'ET') {
      flush()
    } else if (name === 'm' || name === 're') {
      path ??= start
    } else if (PAINT.has(name)) {
      draw(path ?? start, end)
      path = undefined
    } else if (name === 'n') {
      path = undefined
    } else if (name === 'Do' && about.drawn(nameAt(at)) === 'tagged') {
      flush()
      if (covered === 0) about.descend(nameAt(at))
    } else if (name === 'Do' || name === 'sh' || name === 'BI' || SHOW.has(name)) {
      draw(start, end)
    }
  }
  flush()
  return apply(bytes, edits)
}

const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])

/** The place of the ET when the text object can be wrapped as one: nothing in it is tagged, its marks are balanced. */
function wholeText(operations: Operation[], begin: number, sequences: Content['sequences']): number | undefined {
  let depth = 0
  for (let at = begin + 1; at < operations.length; at++) {
    const { name } = operations[at]!
    if (name === 'ET') return depth === 0 ? at : undefined
    if (sequences.get(at)?.covers) return undefined
    depth += name === 'BMC' || name === 'BDC' ? 1 : name === 'EMC' ? -1 : 0
    if (depth < 0) return undefined
  }
  return undefined
}

interface Edit {
  start: number
  end: number
  text: string
}

function apply(bytes: Uint8Array, edits: Edit[]): Uint8Array {
  if (edits.length === 0) return bytes
  const parts: Uint8Array[] = []
  let from = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(bytes.subarray(from, start), Buffer.from(text, 'latin1'))
    from = end
  }
  parts.push(bytes.subarray(from))
  return new Uint8Array(Buffer.concat(parts))
}
