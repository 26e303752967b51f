import type { Level } from './levels'
import { HOURS } from './levels'

/** As much of a record as makes the world; schema.ts says what each field is. */
export interface Town {
  groups: { name: string; people: string[]; news?: { first: string } }[]
  bridges: { from: string; to: string[] }[]
  contacts: { name: string; dormant: boolean }[]
  ear: string
  hours: { one: number; few: number; whole: number }
  seed: number
}

/** The acts of the story, and the free table after them. */
export const ACTS = ['circle', 'one', 'few', 'whole', 'table'] as const
export type Act = (typeof ACTS)[number]
/** Those that have a point to prove. */
export const STORY = ACTS.slice(0, 4)

/** Everybody but you: numbered group by group from 1 on, as the names stand in the record. */
export const namesOf = ({ groups }: Pick<Town, 'groups'>): string[] => groups.flatMap(({ people }) => people)
export const numberOf = (town: Pick<Town, 'groups'>, name: string): number => namesOf(town).indexOf(name) + 1

/** The people you talk with often: those of your own group who are no contacts. */
export function closeIn({ groups, contacts }: Pick<Town, 'groups' | 'contacts'>): string[] {
  return groups[0]!.people.filter(name => contacts.every(contact => contact.name !== name))
}

/** Whose ties with you may be changed in an act: your contacts, and in the end those close to you as well. */
export function changeable(town: Pick<Town, 'groups' | 'contacts'>, act: Act): string[] {
  const contacts = town.contacts.map(({ name }) => name)
  return act === 'circle' ? [] : act === 'whole' || act === 'table' ? [...closeIn(town), ...contacts] : contacts
}

/** What a tie with somebody can be, from nothing to the most. */
export function levelsFor({ contacts }: Pick<Town, 'contacts'>, name: string): Level[] {
  const contact = contacts.find(each => each.name === name)
  if (!contact) return ['weak', 'strong']
  return contact.dormant ? ['silent', 'awake'] : ['silent', 'weak', 'strong']
}

/** Levels of your own ties, by name; who is not in it has the one that they begin with. */
export type Levels = Readonly<Record<string, Level>>

export const levelOf = ({ contacts }: Pick<Town, 'contacts'>, levels: Levels, name: string): Level =>
  levels[name] ?? (contacts.some(contact => contact.name === name) ? 'silent' : 'strong')

/** The hours that an act gives, for the ties that can be changed in it; none where there is no limit. */
export function hoursFor({ hours }: Pick<Town, 'hours'>, act: Act): number | undefined {
  return act === 'table' ? undefined : act === 'circle' ? 0 : hours[act]
}

export function hoursSpent(town: Pick<Town, 'groups' | 'contacts'>, act: Act, levels: Levels): number {
  return changeable(town, act).reduce((sum, name) => sum + HOURS[levelOf(town, levels, name)], 0)
}

export const pieces = ({ groups }: Pick<Town, 'groups'>): number => groups.filter(({ news }) => news).length

/** What is counted in an act: pieces of news, and in the end a good word and support as well. */
export function everything(town: Town, act: Act): number {
  return pieces(town) + (act === 'whole' ? 2 : 0)
}

/** How much of it an act asks for; the first and the last have no goal. */
export function goalOf(town: Town, act: Act): number | undefined {
  return act === 'one' ? 2 : act === 'few' || act === 'whole' ? everything(town, act) : undefined
}
