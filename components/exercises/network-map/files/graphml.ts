import type { MapRecord, Network } from '../map'
import { isDormant } from '../map'
import { xml } from './xml'

/**
 * The network as GraphML 1.0, for NetworkX, igraph, Gephi and others: people with their attributes, and one edge for
 * each two who know each other. Ego is left out, since all are tied to ego.
 */
export function asGraphml({ people, ties }: Network, record: MapRecord): string {
  const keys = ['code', 'closeness', ...record.atHome.bins.map(({ id }) => `bin-${id}`)]
  const nodes = people.map(person => {
    const data: Record<string, string | undefined> = {
      code: person.code,
      closeness: person.ring === undefined ? undefined : record.closeness.rings[person.ring],
      ...Object.fromEntries(
        record.atHome.bins.map(({ id, options }) => [
          `bin-${id}`,
          options.find(option => option.id === person.bins[id])?.text,
        ]),
      ),
      dormant: String(isDormant(person, record)),
    }
    const values = Object.entries(data).flatMap(([key, value]) =>
      value === undefined ? [] : [`      <data key="${key}">${xml(value)}</data>\n`],
    )
    return `    <node id="n${person.id}">\n${values.join('')}    </node>\n`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ',
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n',
    ...keys.map(key => `  <key id="${key}" for="node" attr.name="${key.replace('bin-', '')}" attr.type="string"/>\n`),
    '  <key id="dormant" for="node" attr.name="dormant" attr.type="boolean"/>\n',
    '  <graph id="map" edgedefault="undirected">\n',
    ...nodes,
    ...ties.map(([a, b]) => `    <edge source="n${a}" target="n${b}"/>\n`),
    '  </graph>\n',
    '</graphml>\n',
  ].join('')
}
