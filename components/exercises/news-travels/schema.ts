import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines } from '../fields'
import type { labels } from './labels'
import { WEEKS } from './levels'
import { heard, weeks } from './simulation'
import { closeIn, hoursSpent, namesOf } from './ties'
import { wayIn, worldOf } from './town'

const name = () => line(20)

/** A few groups with one piece of news each, and few hours to keep ties with: a world to play with. */
export const open = {
  /** The first is your own: its people are close to you, except the contacts. In a group everyone talks to everyone. */
  groups: z
    .array(
      z.strictObject({
        name: line(40),
        people: z.array(name()).min(1).max(8),
        /** What this group knows and the others do not, and who knows it first. */
        news: z.strictObject({ what: line(90), first: name() }).optional(),
      }),
    )
    .min(2)
    .max(8),
  /** People who talk to some in other groups as well. */
  bridges: z.array(z.strictObject({ from: name(), to: z.array(name()).min(1) })).default([]),
  /** People you know and do not talk to: from a list of addresses, or from earlier. */
  contacts: z
    .array(z.strictObject({ name: name(), dormant: z.boolean().default(false), about: line(110) }))
    .min(2)
    .max(9),
  /** Who has to hear a good word for you in the last act. */
  ear: name(),
  /** Hours a month in the second, the third and the last act; in the last one your close people take theirs of it. */
  hours: z.strictObject({ one: z.int().min(1), few: z.int().min(2), whole: z.int().min(3).max(40) }),
  /** The luck of the weeks: the same number gives the same weeks. */
  seed: z.int().min(1).max(9999),
  /** What to think about at the end, in writing. */
  note: z.strictObject({ ask: prose({ max: 200 }), lines: lines().default(2) }),
}

export const reveal = {
  /** What each act shows, once it was played. */
  circle: prose({ max: 240 }),
  one: prose({ max: 240 }),
  few: prose({ max: 240 }),
  whole: prose({ max: 240 }),
  /** Where news comes from, with its source, and its limit. */
  finding: prose({ max: 340 }),
  caveat: prose({ max: 340 }),
  /** What close ties are for, with its source, and its limit. */
  close: prose({ max: 340 }),
  closeCaveat: prose({ max: 340 }),
  /** Which numbers are made up, and what the model leaves out. */
  model: prose({ max: 340 }),
  /** An answer to hold one's own note against. */
  compare: prose({ max: 240 }),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    groups: { name: true, people: true, news: { what: true, first: true } },
    bridges: { from: true, to: true },
    contacts: { name: true, dormant: true, about: true },
    ear: true,
    hours: { one: true, few: true, whole: true },
    seed: true,
    note: { ask: true, lines: true },
  },
  reveal: {
    circle: true,
    one: true,
    few: true,
    whole: true,
    finding: true,
    caveat: true,
    close: true,
    closeCaveat: true,
    model: true,
    compare: true,
  },
}

export type NewsTravels = LearnerExercise<'news-travels', typeof open, typeof reveal>
export type NewsTravelsOnPaper = PaperOf<NewsTravels>

declare module '../kind-types' {
  interface KindTypes {
    'news-travels': { exercise: NewsTravels; labels: typeof labels }
  }
}

/** Names name somebody, once; the circle alone hears its own news only; and every goal can be reached. */
export function check(town: NewsTravels, { complain, didYouMean }: CheckTools) {
  const names = namesOf(town)
  let sound = true
  const refuse: CheckTools['complain'] = (...problem) => {
    sound = false
    complain(...problem)
  }
  const known = (path: (string | number)[], given: string, among: readonly string[] = names) => {
    if (!among.includes(given))
      refuse(path, `Expected somebody of a group, found "${given}".`, didYouMean(given, among))
  }
  const seen = new Set<string>()
  town.groups.forEach(({ people, news }, group) => {
    people.forEach((each, at) => {
      if (seen.has(each))
        refuse(
          ['groups', group, 'people', at],
          `Expected everybody to have a name of their own, found "${each}" twice.`,
          'give one of them another name.',
        )
      seen.add(each)
    })
    if (news) known(['groups', group, 'news', 'first'], news.first, people)
  })
  town.bridges.forEach(({ from, to }, index) => {
    known(['bridges', index, 'from'], from)
    to.forEach((each, at) => known(['bridges', index, 'to', at], each))
  })
  town.contacts.forEach(({ name }, index) => {
    known(['contacts', index, 'name'], name)
    if (town.contacts.findIndex(each => each.name === name) < index)
      refuse(
        ['contacts', index, 'name'],
        `Expected each contact once, found "${name}" twice.`,
        'leave one of the two out.',
      )
  })
  known(['ear'], town.ear)
  if (!town.groups[0]!.news || closeIn(town).length < 2)
    refuse(
      ['groups', 0],
      'Expected a group of your own with a piece of news and two people or more who are no contacts, found less.',
      'give it news, or more people.',
    )
  if (!sound) return

  if (heard(weeks(worldOf(town, {}), WEEKS)[WEEKS]!) > 1)
    complain(
      ['bridges'],
      'Expected the close circle to hear its own news alone, found that other news reaches it.',
      'leave out the bridge that leads into the first group.',
    )
  for (const act of ['one', 'few', 'whole'] as const) {
    if (hoursSpent(town, act, {}) > town.hours[act])
      complain(
        ['hours', act],
        `Expected hours for the ${closeIn(town).length} people who are close to you, found ${town.hours[act]}.`,
        `give ${hoursSpent(town, act, {})} or more.`,
      )
    else if (!wayIn(town, act))
      complain(
        ['hours', act],
        `Expected a goal that can be reached with ${town.hours[act]} hours, found no ties that reach it.`,
        'give an hour more, or another seed.',
      )
  }
}
