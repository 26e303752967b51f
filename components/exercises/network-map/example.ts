import type { MapRecord, Network } from './map'
import { promptsOf } from './map'
import type { NetworkMap } from './schema'

/** The worked example of the record as a map; its codes stand for ids. */
export function exampleOf(exercise: MapRecord & Pick<NetworkMap, 'example'>): Network {
  const { example } = exercise
  const dormant = promptsOf(exercise)
    .filter(prompt => prompt.dormant)
    .map(({ id }) => id)
  const ids = new Map(example.people.map(({ code }, index) => [code, index + 1]))
  return {
    people: example.people.map(({ code, ring, dormant: lost }, index) => ({
      id: index + 1,
      code,
      ring: ring - 1,
      from: lost ? dormant : [],
      bins: {},
    })),
    ties: example.ties.map(([a, b]) => [ids.get(a)!, ids.get(b)!]),
  }
}
