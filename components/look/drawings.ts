/**
 * The small networks that stand for each mistake and for its repair. What they show is told in words in the
 * module's record (`drawing`), for those who cannot see them; the two must be kept in step.
 */
export type State = 'mistake' | 'repair'

export interface DrawnNode {
  x: number
  y: number
  shape?: 'circle' | 'square' | 'triangle' | 'diamond'
  /** The person the story is about. */
  me?: true
  /** A dot inside: something shared with the others that bear it. */
  marked?: State | 'both'
  /** A star above the head: "born that way". */
  star?: State
  /** Where the person looks, in degrees clockwise from the right. */
  faces?: Record<State, number>
}

export interface DrawnTie {
  from: number
  to: number
  line?: 'solid' | 'strong' | 'thin' | 'dotted' | 'broken'
  in?: State
}

export interface NetworkPicture {
  nodes: DrawnNode[]
  ties: DrawnTie[]
}

const point = (cx: number, cy: number, radius: number, degrees: number) => ({
  x: Math.round(cx + radius * Math.cos((degrees * Math.PI) / 180)),
  y: Math.round(cy + radius * Math.sin((degrees * Math.PI) / 180)),
})
const ring = (cx: number, cy: number, radius: number, count: number, turn = -90) =>
  Array.from({ length: count }, (_, index) => point(cx, cy, radius, turn + (index * 360) / count))

/** Every pair among the given people. */
function clique(members: number[], line?: DrawnTie['line']): DrawnTie[] {
  return members.flatMap((from, index) => members.slice(index + 1).map(to => ({ from, to, ...(line && { line }) })))
}

const wasteOfTime: NetworkPicture = {
  nodes: [
    { x: 62, y: 208, me: true, marked: 'repair', faces: { mistake: 160, repair: -20 } },
    ...ring(276, 140, 84, 5, 198).map((at, index) => ({
      ...at,
      ...(index === 0 || index === 4 ? { marked: 'repair' as const } : {}),
    })),
  ],
  ties: [
    ...[
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 1],
      [2, 4],
      [3, 5],
    ].map(([from, to]) => ({ from: from!, to: to! })),
    { from: 0, to: 1, line: 'broken', in: 'mistake' },
    { from: 0, to: 1, line: 'strong', in: 'repair' },
    { from: 0, to: 5, line: 'strong', in: 'repair' },
  ],
}

const fixedSkill: NetworkPicture = {
  nodes: [{ x: 46, y: 246, me: true }, { x: 262, y: 140, star: 'mistake' }, ...ring(262, 140, 96, 5, 150)],
  ties: [
    ...[2, 3, 4, 5, 6].map(to => ({ from: 1, to })),
    ...[2, 3, 6].map(to => ({ from: 0, to, line: 'strong' as const, in: 'repair' as const })),
  ],
}

const organicGrowth: NetworkPicture = {
  nodes: [
    { x: 128, y: 150, me: true, marked: 'both' },
    ...ring(128, 150, 88, 5, 180).map(at => ({ ...at, marked: 'both' as const })),
    { x: 292, y: 150, shape: 'square' },
    { x: 358, y: 70, shape: 'triangle' },
    { x: 358, y: 232, shape: 'diamond' },
  ],
  ties: [
    ...clique([0, 1, 2, 3, 4, 5]),
    { from: 0, to: 6, line: 'strong', in: 'repair' },
    { from: 6, to: 7, in: 'repair' },
    { from: 6, to: 8, in: 'repair' },
  ],
}

const closestTies: NetworkPicture = {
  nodes: [
    { x: 168, y: 160, me: true, marked: 'both' },
    { x: 100, y: 92 },
    { x: 60, y: 178 },
    { x: 122, y: 244 },
    { x: 178, y: 70 },
    { x: 312, y: 66, shape: 'square' },
    { x: 368, y: 118, shape: 'square' },
    { x: 300, y: 146, shape: 'square' },
    { x: 314, y: 250, shape: 'diamond' },
  ],
  ties: [
    ...clique([0, 1, 2, 3, 4], 'strong'),
    { from: 5, to: 6 },
    { from: 6, to: 7 },
    { from: 5, to: 7 },
    { from: 0, to: 7, line: 'thin', in: 'repair' },
    { from: 0, to: 8, line: 'dotted', in: 'repair' },
  ],
}

export const drawings: Record<string, NetworkPicture> = {
  'waste-of-time': wasteOfTime,
  'fixed-skill': fixedSkill,
  'organic-growth': organicGrowth,
  'closest-ties': closestTies,
}
