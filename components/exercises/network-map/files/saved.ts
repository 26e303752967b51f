import { isRecord } from '../../kind'
import type { NetworkMapAnswer } from '../answer'
import { kind } from '../answer'
import type { MapRecord } from '../map'

const FORMAT = 'network-map'
/** In bytes; far above what a map of all its people takes. */
const LARGEST = 500_000

/** The whole answer, to be loaded again here or on another device. */
export function asSaved(answer: NetworkMapAnswer): string {
  return `${JSON.stringify({ format: FORMAT, version: kind.version, answer }, undefined, 2)}\n`
}

/** What a file holds that was saved here, however old; nothing when it is another one, or newer than this page. */
export function readSaved(text: string, exercise: MapRecord): NetworkMapAnswer | undefined {
  if (text.length > LARGEST) return undefined
  try {
    const saved: unknown = JSON.parse(text)
    if (!isRecord(saved) || saved.format !== FORMAT || typeof saved.version !== 'number') return undefined
    if (saved.version > kind.version) return undefined
    return kind.read(saved.answer, saved.version, exercise)
  } catch {
    return undefined
  }
}
