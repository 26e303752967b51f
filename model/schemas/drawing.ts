import { z } from 'zod'

import { line, slug } from '../../components/exercises/fields'
import type { Drawing } from '../../components/look/drawings'
import { CANVAS, LINES, SHAPES, STATES } from '../../components/look/drawings'
import { didYouMean } from '../nearest'

const state = z.enum(STATES)
const degrees = z.int().min(-360).max(360)

const node = z.strictObject({
  id: slug().describe('A name for the ties to find it by.'),
  x: z.int().min(CANVAS.left).max(CANVAS.right).describe('From left to right; its middle.'),
  y: z.int().min(CANVAS.top).max(CANVAS.bottom).describe('From top to bottom; its middle.'),
  shape: z.enum(SHAPES).optional().describe('Another shape than a circle: somebody of another kind.'),
  me: z.literal(true).optional().describe('The person the story is about; one node is.'),
  marked: z
    .enum([...STATES, 'both'])
    .optional()
    .describe('A dot inside, shared with the others that bear it.'),
  star: state.optional().describe('A star, in this state alone.'),
  faces: z
    .strictObject({ mistake: degrees, repair: degrees })
    .optional()
    .describe('Where the person looks: degrees clockwise from the right.'),
})

const tie = z.strictObject({
  from: slug(),
  to: slug(),
  line: z.enum(LINES).optional().describe('Another line than a solid one; a broken one stops half-way.'),
  in: state.optional().describe('The state in which it is drawn; in both, if none is named.'),
})

/** content/modules/<module>/drawing.yaml: the network of a mistake and its repair, as words and as nodes and ties. */
export const drawingSchema = z
  .strictObject({
    mistake: line(300).describe('What it shows while the mistake is made, for everyone who cannot see it.'),
    repair: line(300).describe('What it shows once the mistake is repaired.'),
    nodes: z.array(node).min(1).max(24),
    ties: z.array(tie).max(80),
  })
  .superRefine(({ nodes, ties }, context) => {
    const complain = (path: PropertyKey[], message: string, hint: string) =>
      context.addIssue({ code: 'custom', path, message, params: { hint } })
    const ids = nodes.map(({ id }) => id)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        complain(
          ['nodes', index, 'id'],
          `Expected an id of its own, found a second node called "${id}".`,
          'rename one of the two, and the ties that mean it.',
        )
    })
    // With two nodes of one name, the ties that mean the second would be blamed for it.
    const named = new Set(ids).size === ids.length
    ties.forEach((each, index) => {
      for (const end of ['from', 'to'] as const) {
        if (named && !ids.includes(each[end]))
          complain(['ties', index, end], `Expected the id of a node, found "${each[end]}".`, didYouMean(each[end], ids))
      }
      if (each.from === each.to)
        complain(
          ['ties', index, 'to'],
          `Expected two nodes, found "${each.to}" twice.`,
          'name the node at the other end.',
        )
    })
    const [first, ...others] = nodes.flatMap(({ me }, index) => (me ? [index] : []))
    if (first === undefined)
      complain(
        ['nodes'],
        'Expected one node with "me: true", found none.',
        'mark the person the story is about, whom the colour shows.',
      )
    for (const index of others)
      complain(
        ['nodes', index, 'me'],
        `Expected one node with "me: true", found another: "${ids[index]}".`,
        'keep the one the story is about.',
      )
  }) satisfies z.ZodType<Drawing>
