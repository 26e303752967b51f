import { fill } from '../../fill'
import { isolated } from '../../text/isolate'
import type { MapRecord, Network, Person } from './map'
import { areTied, without, withTie } from './map'
import type { Sentences } from './sentences'
import type { Labels } from './words'

/** One change that is only imagined. */
export type WhatIf =
  | { kind: 'person'; knows: number[]; bins: Record<string, string> }
  | { kind: 'tie'; a: number; b: number }
  | { kind: 'gone'; id: number }

export const KINDS = ['person', 'tie', 'gone'] as const

export interface Imagined {
  network: Network
  /** Of whom it is known, in the imagined map, who knows whom. */
  asked: Person[]
  /** The id of somebody who is not there yet. */
  newcomer?: number
}

/** The map as it would be, and who of it can be read; the given one stays as it is. */
export function imagine(
  network: Network,
  asked: readonly Person[],
  what: WhatIf,
  { closeness }: MapRecord,
  labels: Labels,
): Imagined {
  switch (what.kind) {
    case 'person': {
      const newcomer: Person = {
        id: Math.max(0, ...network.people.map(({ id }) => id)) + 1,
        code: labels.newPerson,
        ring: closeness.rings.length - 1,
        from: [],
        bins: what.bins,
      }
      const met = { people: [...network.people, newcomer], ties: network.ties }
      return {
        network: what.knows.reduce((known, id) => withTie(known, id, newcomer.id, true), met),
        asked: [...asked, newcomer],
        newcomer: newcomer.id,
      }
    }
    case 'tie':
      return { network: withTie(network, what.a, what.b, true), asked: [...asked] }
    case 'gone':
      return { network: without(network, what.id), asked: asked.filter(({ id }) => id !== what.id) }
  }
}

/** Pairs who do not know each other yet. */
export function strangersOf({ ties }: Network, asked: readonly Person[], id: number): Person[] {
  return asked.filter(person => person.id !== id && !areTied(ties, person.id, id))
}

export interface Change {
  about: Sentences['about']
  before: string
  after: string
}

/** What would be read otherwise, sentence by sentence. */
export function changesOf(before: readonly Sentences[], after: readonly Sentences[]): Change[] {
  const abouts = [...new Set([...before, ...after].map(({ about }) => about))]
  const saidOf = (sentences: readonly Sentences[], about: Sentences['about']) =>
    sentences.find(each => each.about === about)?.said ?? []
  return abouts.flatMap(about => {
    const [now, then] = [saidOf(before, about), saidOf(after, about)]
    const changed = {
      before: now.filter(text => !then.includes(text)),
      after: then.filter(text => !now.includes(text)),
    }
    return changed.before.length || changed.after.length
      ? [{ about, before: changed.before.join(' '), after: changed.after.join(' ') }]
      : []
  })
}

/** A change in the words of somebody who means to do it. */
export function ideaFor(what: WhatIf, { people }: Network, { atHome: { bins } }: MapRecord, labels: Labels): string {
  const codeOf = (id: number) => isolated(people.find(person => person.id === id)?.code ?? '')
  switch (what.kind) {
    case 'person': {
      const options = bins.flatMap(({ id, options }) => options.find(option => option.id === what.bins[id])?.text ?? [])
      return options.length ? fill(labels.ideaPersonOf, { options: options.join(', ') }) : labels.ideaPerson
    }
    case 'tie':
      return fill(labels.ideaTie, { a: codeOf(what.a), b: codeOf(what.b) })
    case 'gone':
      return fill(labels.ideaGone, { code: codeOf(what.id) })
  }
}
