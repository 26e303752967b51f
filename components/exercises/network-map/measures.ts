/**
 * Measures of a personal network: pure functions of who is in it and who of them know each other. All are unweighted
 * and undirected, and leave out the person in the middle (ego), except where a formula says so: ego knows everybody.
 * Nothing here is good or bad, and no measure has an established threshold; several depend on the number of people
 * (Everett & Borgatti 2020), so only maps of one size, or one's own over time, can be compared.
 *
 * n is the number of people, t the number of pairs of them who know each other, d(q) = 1 + how many of the others
 * person q knows (ego makes the 1). A measure that is undefined, as density is for one person, is `null`.
 */

export type PersonId = string | number

export interface MeasuredPerson {
  id: PersonId
  /** The category of the attribute that is looked at; without one, the person is left out of what is said of groups. */
  group?: string
}

/** Two people who know each other. Order does not matter. */
export interface MeasuredTie {
  a: PersonId
  b: PersonId
}

export interface MeasuredNetwork {
  people: readonly MeasuredPerson[]
  /** A pair counts once, however often and in whichever order it is named; ties to oneself or to a stranger do not. */
  ties: readonly MeasuredTie[]
}

export interface MeasureInput extends MeasuredNetwork {
  /** The group of the person in the middle: needed for E-I and homophily. */
  own?: string
  /** How many groups there could have been, fixed in advance: needed for IQV. @default those that occur */
  groups?: number
  /** The share of ego's own group where ego meets people, from 0 to 1: what chance alone would give. */
  baseRate?: number
}

export interface Measures {
  /** How many people, n. */
  size: number
  /** How many pairs know each other, t. */
  ties: number
  /** How many pairs there could be, n(n − 1)/2. */
  pairs: number
  density: number | null
  effectiveSize: number | null
  efficiency: number | null
  constraint: number | null
  /** The least constraint that this many people can give, 1/n. */
  constraintFloor: number | null
  hierarchy: number | null
  betweenness: number
  betweennessNormalised: number | null
  /** In how many circles that have nobody in common the people fall apart once ego is left out. */
  components: number
  eiIndex: number | null
  /** The E-I index that chance alone would give, 1 − 2w; `null` without a base rate. */
  eiExpected: number | null
  homophily: number | null
  blau: number | null
  blauUnbiased: number | null
  iqv: number | null
}

/** Every measure by its name. Linear in people and ties but for betweenness, which looks at pairs. */
export function measure(input: MeasureInput): Measures {
  const circle = circleOf(input)
  const { n, t } = circle
  const { counts, external, internal } = groupsOf(input)
  const ei = input.own === undefined ? null : eiIndex(external, internal)
  const known = external + internal
  return {
    size: n,
    ties: t,
    pairs: pairsOf(n),
    density: density(circle),
    effectiveSize: effectiveSize(circle),
    efficiency: efficiency(circle),
    constraint: constraint(circle),
    constraintFloor: constraintFloor(circle),
    hierarchy: hierarchy(circle),
    betweenness: betweenness(circle),
    betweennessNormalised: betweennessNormalised(circle),
    components: components(circle),
    eiIndex: ei,
    eiExpected: eiExpected(input.baseRate),
    homophily: ei === null || input.baseRate === undefined ? null : homophily(internal / known, input.baseRate),
    blau: blau(counts),
    blauUnbiased: blauUnbiased(counts),
    iqv: iqv(counts, input.groups ?? counts.length),
  }
}

/** A network made ready for counting: people by their place, each with the places of those they know. */
export interface Circle {
  n: number
  t: number
  ids: readonly PersonId[]
  knows: readonly ReadonlySet<number>[]
}

/** Takes a network, or one that has been made ready already. People named twice count once. */
function circleOf(network: MeasuredNetwork | Circle): Circle {
  if ('knows' in network) return network
  const place = new Map<PersonId, number>()
  for (const { id } of network.people) if (!place.has(id)) place.set(id, place.size)
  const knows = Array.from({ length: place.size }, () => new Set<number>())
  let t = 0
  for (const { a, b } of network.ties) {
    const [from, to] = [place.get(a), place.get(b)]
    if (from === undefined || to === undefined || from === to || knows[from]!.has(to)) continue
    knows[from]!.add(to)
    knows[to]!.add(from)
    t++
  }
  return { n: place.size, t, ids: [...place.keys()], knows }
}

type Network = MeasuredNetwork | Circle

/**
 * The share of pairs who know each other: D = 2t / [n(n − 1)], from 0 to 1; undefined for fewer than two people.
 * Marsden 1987, Core discussion networks of Americans.
 */
export function density(network: Network): number | null {
  const { n, t } = circleOf(network)
  return n < 2 ? null : (2 * t) / (n * (n - 1))
}

/**
 * How many people are left when those are taken off whom the others reach as well: ES = n − 2t/n, from 1, where all
 * know each other, to n, where nobody does. Burt 1992; in this form Borgatti 1997.
 */
export function effectiveSize(network: Network): number | null {
  const { n, t } = circleOf(network)
  return n === 0 ? null : n - (2 * t) / n
}

/** Effective size as a share of the size: ES/n = 1 − D(n − 1)/n. It says again what density says. Burt 1992. */
export function efficiency(network: Network): number | null {
  const size = effectiveSize(network)
  return size === null ? null : size / circleOf(network).n
}

/**
 * What each person adds to the constraint on ego, in the order of the people:
 * c(j) = [1/n + Σ 1/(n·d(q)) over those q of the others who know j]². Burt 1992, p(ij) with ego among the nodes.
 */
export function constraintOf(network: Network): number[] {
  const { n, knows } = circleOf(network)
  return knows.map(others => {
    let share = 1 / n
    for (const q of others) share += 1 / (n * (1 + knows[q]!.size))
    return share ** 2
  })
}

/**
 * How far ego's people all lead to the same people: C = Σ c(j). At least 1/n, and above 1 for some very small maps
 * (1.125 for two people who know each other). It falls with size: never compare maps of different sizes. Burt 1992.
 */
export function constraint(network: Network): number | null {
  const shares = constraintOf(network)
  return shares.length === 0 ? null : sum(shares)
}

/** The least constraint that a map of this size can have, where nobody knows anybody: 1/n. */
export function constraintFloor(network: Network): number | null {
  const { n } = circleOf(network)
  return n === 0 ? null : 1 / n
}

/**
 * How far the constraint comes from a single person: with r(j) = c(j)/(C/n), H = Σ r(j) ln r(j) / (n ln n); 0 where
 * all add alike, towards 1 where one person adds all of it. Undefined for fewer than two people.
 * The Coleman-Theil index; Burt 1992.
 */
export function hierarchy(network: Network): number | null {
  const shares = constraintOf(network)
  const n = shares.length
  if (n < 2) return null
  const mean = sum(shares) / n
  const disorder = sum(shares.map(share => (share / mean) * Math.log(share / mean)))
  // Rounding may end a hair below nought where all add alike.
  return Math.max(0, disorder / (n * Math.log(n)))
}

/**
 * How often ego stands on the shortest way between two of the others: over pairs who do not know each other, the sum
 * of 1/(1 + how many others know both). 0 to n(n − 1)/2, within ego's own network alone. Everett & Borgatti 2005.
 */
export function betweenness(network: Network): number {
  const { n, knows } = circleOf(network)
  const shared = new Uint16Array(n * n)
  for (const others of knows) {
    const places = [...others]
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++)
        shared[Math.min(places[i]!, places[j]!) * n + Math.max(places[i]!, places[j]!)]!++
  }
  let total = 0
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) if (!knows[a]!.has(b)) total += 1 / (1 + shared[a * n + b]!)
  return total
}

/** Betweenness as a share of the most there could be, n(n − 1)/2; undefined for fewer than two people. */
export function betweennessNormalised(network: Network): number | null {
  const circle = circleOf(network)
  return circle.n < 2 ? null : betweenness(circle) / pairsOf(circle.n)
}

/** The circles into which the people fall apart without ego, each as a list of ids, the largest first. */
export function circlesIn(network: Network): PersonId[][] {
  const { n, ids, knows } = circleOf(network)
  const seen = new Set<number>()
  const found: PersonId[][] = []
  for (let start = 0; start < n; start++) {
    if (seen.has(start)) continue
    seen.add(start)
    const reached = [start]
    for (const place of reached)
      for (const next of knows[place]!)
        if (!seen.has(next)) {
          seen.add(next)
          reached.push(next)
        }
    found.push(reached.sort((a, b) => a - b).map(place => ids[place]!))
  }
  return found.sort((a, b) => b.length - a.length)
}

/** How many such circles there are. */
export const components = (network: Network): number => circlesIn(network).length

/**
 * The E-I index: (E − I)/(E + I) with E people unlike ego and I like ego, from −1 to 1; undefined without anybody.
 * Chance alone does not give 0: see `eiExpected`. Krackhardt & Stern 1988.
 */
export function eiIndex(external: number, internal: number): number | null {
  const all = external + internal
  return all > 0 ? (external - internal) / all : null
}

/** The E-I index that chance gives where ego's own group has the share w of all who can be met: 1 − 2w. */
export function eiExpected(baseRate: number | undefined): number | null {
  return baseRate === undefined ? null : 1 - 2 * baseRate
}

/**
 * Coleman's index of inbreeding: with the share s of people like ego and the base rate w, (s − w)/(1 − w) if s ≥ w,
 * otherwise (s − w)/w; 0 where it is as chance has it. Undefined where all of the world is like ego, as all people are.
 * Coleman 1958; Currarini, Jackson & Pin 2009.
 */
export function homophily(share: number, baseRate: number): number | null {
  if (share < baseRate) return (share - baseRate) / baseRate
  return baseRate < 1 ? (share - baseRate) / (1 - baseRate) : null
}

/**
 * Blau's index of variety: B = 1 − Σ p(k)², from 0 to 1 − 1/K: how likely two people drawn with replacement are of
 * different groups. Undefined without anybody. Blau 1977.
 * @param counts how many people are of each group
 */
export function blau(counts: readonly number[]): number | null {
  const all = sum(counts)
  return all > 0 ? 1 - sum(counts.map(count => (count / all) ** 2)) : null
}

/** Blau's index for small samples, drawn without replacement: B·n/(n − 1); undefined for fewer than two people. */
export function blauUnbiased(counts: readonly number[]): number | null {
  const all = sum(counts)
  return all < 2 ? null : (blau(counts)! * all) / (all - 1)
}

/**
 * The index of qualitative variation: B·K/(K − 1), from 0 to 1, comparable across attributes with different K.
 * Undefined without anybody, or where there could be only one group. Agresti & Agresti 1978.
 * @param groups K, how many groups there could be, fixed in advance; those that nobody is of count too
 */
export function iqv(counts: readonly number[], groups = counts.length): number | null {
  const variety = blau(counts)
  return variety === null || groups < 2 ? null : (variety * groups) / (groups - 1)
}

/** How many people are of each group that occurs, and how many are unlike ego and like ego. */
function groupsOf({ people, own }: MeasureInput) {
  const counts = new Map<string, number>()
  const seen = new Set<PersonId>()
  for (const { id, group } of people) {
    if (seen.has(id) || group === undefined) continue
    seen.add(id)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const all = sum([...counts.values()])
  const internal = own === undefined ? 0 : (counts.get(own) ?? 0)
  return { counts: [...counts.values()], external: all - internal, internal }
}

const pairsOf = (n: number) => (n < 2 ? 0 : (n * (n - 1)) / 2)

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
