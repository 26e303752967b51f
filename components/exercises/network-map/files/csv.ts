import type { MapRecord, Network } from '../map'
import { isDormant } from '../map'

/**
 * The people as a table (RFC 4180): a row each, with the codes of those they know. A code that begins like a formula
 * gets an apostrophe in front, or a spreadsheet would run it.
 */
export function asCsv({ people, ties }: Network, record: MapRecord): string {
  const codeOf = new Map(people.map(({ id, code }) => [id, code]))
  const head = ['id', 'code', 'closeness', ...record.atHome.bins.map(({ id }) => id), 'prompts', 'dormant', 'knows']
  const rows = people.map(person => [
    String(person.id),
    person.code,
    person.ring === undefined ? '' : record.closeness.rings[person.ring]!,
    ...record.atHome.bins.map(({ id, options }) => options.find(option => option.id === person.bins[id])?.text ?? ''),
    person.from.join(' '),
    isDormant(person, record) ? 'yes' : 'no',
    ties
      .filter(ends => ends.includes(person.id))
      .map(([a, b]) => codeOf.get(a === person.id ? b : a))
      .join('; '),
  ])
  return [head, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
