/**
 * The small network that stands for a mistake and for its repair: what is drawn, as a module's drawing.yaml has it.
 * How it is drawn (sizes, strokes, colours) belongs to NetworkDrawing.vue and drawings.css.
 */
export const STATES = ['mistake', 'repair'] as const
export type State = (typeof STATES)[number]

export const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const
export const LINES = ['solid', 'strong', 'thin', 'dotted', 'broken'] as const

/** The canvas in its own units: nodes stand on it, and it fills the width of whatever shows it. */
export const CANVAS = { left: 20, right: 400, top: 20, bottom: 280 } as const

export interface DrawnNode {
  /** Ties name their ends by it. */
  id: string
  x: number
  y: number
  /** @default 'circle' */
  shape?: (typeof SHAPES)[number]
  /** The person the story is about. */
  me?: true
  /** A dot inside: something shared with the others that bear it. */
  marked?: State | 'both'
  /** A star in the middle: "born that way". */
  star?: State
  /** Where the person looks, in degrees clockwise from the right. */
  faces?: Record<State, number>
}

export interface DrawnTie {
  from: string
  to: string
  /** @default 'solid' */
  line?: (typeof LINES)[number]
  /** The state in which it is drawn; in both, if none is named. */
  in?: State
}

/** A drawing with the words that say the same: `mistake` and `repair` are its alternative text in each state. */
export interface Drawing extends Record<State, string> {
  nodes: DrawnNode[]
  ties: DrawnTie[]
}
