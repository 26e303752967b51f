import { seeded, shuffled } from '../../seeded'
import type { Arrangement } from './arrangements'
import { ROUNDS } from './arrangements'

/**
 * An evening at which people meet, in rounds of ten minutes. One rule moves everybody who is left alone: people go to
 * stand with those they know, and now and then with anyone who is free. An arrangement takes the choice off them.
 * The rule is after one finding, that the familiar face is the trap at mixers and likeness is not (ingram2007); every
 * number below is our own.
 */

/** The most that stand together of their own accord, and the size of a group that is made. */
const KNOT = 4
/** How many people one host looks after, and how many introductions each makes in a round. */
const GUESTS_A_HOST = 12
const INTRODUCTIONS = 2

export interface Party {
  /** Of each person, the number of the circle they came with: its members know each other. */
  circles: readonly number[]
  /** The luck of the evening: the same seed and the same arrangements give the same evening. */
  seed: number
  /** How often a person who may choose goes to anyone who is free, from 0 to 1; else to somebody they know. */
  curious: number
}

/** An evening after some rounds. */
export interface Moment {
  round: number
  /** Who stand together now; each person is in exactly one knot. */
  knots: readonly (readonly number[])[]
  /** Pairs of people of two circles who have met this evening, the lower number first, the earliest first. */
  met: readonly (readonly [number, number])[]
  /** Of each person, how many people of other circles they have met: everybody's own gauge. */
  faces: readonly number[]
  /** Talks so far between two people in one knot for a round, and how many of these knew each other before. */
  talks: number
  familiar: number
}

/** Everybody has come and stands with the circle they came with. */
export function arrival({ circles }: Party): Moment {
  const knots: number[][] = []
  circles.forEach((circle, person) => (knots[circle] ??= []).push(person))
  return {
    round: 0,
    knots: knots.filter(knot => knot !== undefined),
    met: [],
    faces: circles.map(() => 0),
    talks: 0,
    familiar: 0,
  }
}

/** Ten minutes later, under an arrangement. */
export function step(party: Party, before: Moment, arrangement: Arrangement): Moment {
  const { circles } = party
  const size = circles.length
  // Seeds for moving and for meeting, by the round alone: another arrangement of one round changes no other seed.
  const random = seeded(party.seed, before.round, 1)
  const luck = seeded(party.seed, before.round, 2)
  const met = new Set(before.met.map(([a, b]) => a * size + b))
  const key = (a: number, b: number) => (a < b ? a * size + b : b * size + a)
  const know = (a: number, b: number) => circles[a] === circles[b] || met.has(key(a, b))

  const introduced: [number, number][] = []
  let knots: number[][]
  if (arrangement === 'pairs') knots = dealt(party, 2, know, random)
  else if (arrangement === 'groups') knots = dealt(party, KNOT, know, random)
  else {
    knots = drifted(party, know, random)
    if (arrangement === 'hosts') introduced.push(...introduce(before.faces, knots, know, random))
  }

  let { talks, familiar } = before
  const found: [number, number][] = []
  const wereIntroduced = new Set(introduced.map(([a, b]) => key(a, b)))
  for (const knot of knots) {
    for (let first = 0; first < knot.length; first++) {
      for (let second = first + 1; second < knot.length; second++) {
        const [a, b] = [Math.min(knot[first]!, knot[second]!), Math.max(knot[first]!, knot[second]!)]
        talks++
        // Two people alone are sure to meet; in a larger knot the ten minutes are shared out.
        const chance = luck() * (knot.length - 1) < 1
        if (know(a, b)) familiar++
        else if (chance || wereIntroduced.has(key(a, b))) found.push([a, b])
      }
    }
  }
  const faces = [...before.faces]
  for (const [a, b] of found) {
    faces[a]!++
    faces[b]!++
  }
  return { round: before.round + 1, knots, met: [...before.met, ...found], faces, talks, familiar }
}

/** Every moment of an evening from the arrival on. */
export function evening(party: Party, rounds: readonly Arrangement[]): Moment[] {
  const moments = [arrival(party)]
  for (const arrangement of rounds.slice(0, ROUNDS))
    moments.push(step(party, moments[moments.length - 1]!, arrangement))
  return moments
}

/** How many people have met so many people of other circles. */
export function reached({ faces }: Pick<Moment, 'faces'>, need: number): number {
  return faces.filter(count => count >= need).length
}

type Know = (a: number, b: number) => boolean

/** Everybody chooses: in an order of chance, each goes to somebody they know, or now and then to anyone who is free. */
function drifted({ circles, curious }: Party, know: Know, random: () => number): number[][] {
  const knots: number[][] = []
  for (const person of shuffled([...circles.keys()], random)) {
    const isCurious = random() < curious
    const choice = random()
    const open = knots.filter(knot => knot.length < KNOT && (isCurious || knot.some(other => know(person, other))))
    if (open.length) open[Math.floor(choice * open.length)]!.push(person)
    else knots.push([person])
  }
  return knots
}

/** A plan says who stand together: as few as possible stand with somebody they know. */
function dealt({ circles }: Party, size: number, know: Know, random: () => number): number[][] {
  const order = shuffled([...circles.keys()], random)
  const count = Math.max(1, Math.floor(order.length / size))
  const knots = Array.from({ length: count }, (): number[] => [])
  // The largest circles are dealt out first: they are the hardest to part.
  const sizes = new Map<number, number>()
  for (const circle of circles) sizes.set(circle, (sizes.get(circle) ?? 0) + 1)
  order.sort((a, b) => sizes.get(circles[b]!)! - sizes.get(circles[a]!)! || circles[a]! - circles[b]!)
  for (const person of order) {
    // People left over when the number does not divide each make a group one larger.
    let open = knots.filter(knot => knot.length < size)
    if (!open.length) {
      const least = Math.min(...knots.map(knot => knot.length))
      open = knots.filter(knot => knot.length === least)
    }
    // Few who know each other count first, then an empty seat at a small table.
    const ranks = open.map(knot => knot.filter(other => know(person, other)).length * (size + 2) + knot.length)
    const best = Math.min(...ranks)
    const among = open.filter((_, at) => ranks[at] === best)
    among[Math.floor(random() * among.length)]!.push(person)
  }
  return knots
}

/**
 * Hosts walk round. Each takes those who have met the fewest, and who stand with none but people they know, over to
 * somebody they do not know, and says both names. Changes the knots; gives who was introduced to whom.
 */
function introduce(faces: readonly number[], knots: number[][], know: Know, random: () => number): [number, number][] {
  const introduced: [number, number][] = []
  const makes = Math.max(1, Math.round(faces.length / GUESTS_A_HOST)) * INTRODUCTIONS
  const taken = new Set<number>()
  const order = shuffled([...faces.keys()], random).sort((a, b) => faces[a]! - faces[b]!)
  for (const person of order) {
    if (introduced.length >= makes) break
    const from = knots.find(knot => knot.includes(person))!
    if (taken.has(person) || from.some(other => other !== person && !know(person, other))) continue
    const to = knots.filter(
      knot => knot !== from && knot.length <= KNOT && knot.some(other => !taken.has(other) && !know(person, other)),
    )
    if (!to.length) continue
    const knot = to[Math.floor(random() * to.length)]!
    const strangers = knot.filter(other => !taken.has(other) && !know(person, other))
    const other = strangers.reduce((best, each) => (faces[each]! < faces[best]! ? each : best))
    from.splice(from.indexOf(person), 1)
    if (!from.length) knots.splice(knots.indexOf(from), 1)
    knot.push(person)
    taken.add(person).add(other)
    introduced.push([person, other])
  }
  return introduced
}

/** One new acquaintance in so many is still in touch a month later: our number, and no finding, but for being small. */
const ONE_IN = 10

/** How many pairs who met this evening are still in touch a month later. */
export function lasting({ circles, seed }: Party, { met }: Pick<Moment, 'met'>): number {
  return met.filter(([a, b]) => seeded(seed, a * circles.length + b, 3)() * ONE_IN < 1).length
}

/** Of a hundred talks so far, how many were between people who knew each other before; nothing before the first. */
export function familiarShare({ talks, familiar }: Pick<Moment, 'talks' | 'familiar'>): number | undefined {
  return talks ? Math.round((100 * familiar) / talks) : undefined
}
