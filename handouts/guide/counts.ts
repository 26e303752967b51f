import type { Workshop } from '../../model/workshop'

/** How many tables seat so many people. */
export function tablesFor(people: number, tableSize: number): number {
  return Math.ceil(people / tableSize)
}

/** How many of a material to bring: once for each person, table, facilitator or room, and the spare ones. */
export function amountOf(material: Workshop['materials'][number], people: number, tableSize: number): number {
  const times = { person: people, table: tablesFor(people, tableSize), facilitator: 1, room: 1 }[material.per]
  return material.count * times + material.spare
}
