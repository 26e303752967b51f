import { asTable } from '../../../text/csv'
import type { MapRecord, Network } from '../map'
import { isDormant } from '../map'

/** The people as a table: a row each, with the codes of those they know. */
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
  return asTable([head, ...rows])
}
