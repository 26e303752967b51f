import { z } from 'zod'

import { line, slug } from '../../components/exercises/fields'

const shown = { transition: z.string().optional(), clicks: z.int().min(0).max(50).optional() }

/** What a slide takes that may begin a talk. Exercises, their debriefs and breaks begin an activity of their own. */
const body = {
  ...shown,
  activity: slug().optional().describe('The id of the talk that begins with this slide.'),
}

/** A slide of slides.md that stands for a module; Slidev would lay any further field over every slide of it. */
export const importSchema = z.strictObject({
  src: z
    .string()
    .regex(/^[^#]+\.md$/, { error: 'src' })
    .describe('The slides of a module, all of them.'),
  module: z.unknown().optional().describe("The id of the module: its folder's name without the number."),
})

/**
 * The headmatter of slides.md, which is the cover as well: the deck's looks, and features of Slidev that stay switched
 * off. It is an allow-list: what would bring a program, a style, an add-on or another computer's files into the deck
 * has no field here.
 */
const coverSchema = z.strictObject({
  layout: z.literal('cover'),
  theme: z.literal('default').optional(),
  title: z.unknown().optional(),
  titleTemplate: line().optional(),
  author: line().optional(),
  keywords: line(200).optional(),
  fonts: z
    .strictObject({ provider: z.literal('none') })
    .describe('Fonts lie in the kit; without "provider: none" Slidev would ask another computer for them.'),
  favicon: z
    .string()
    .regex(/^\.?\/[\w./-]+\.(?:svg|png|ico)$/, { error: 'icon' })
    .describe('The icon of the deck; without it Slidev would ask another computer for its own.'),
  htmlAttrs: z.strictObject({ lang: z.unknown().optional(), dir: z.unknown().optional() }).optional(),
  transition: z.string().optional(),
  colorSchema: z.enum(['auto', 'light', 'dark', 'all']).optional(),
  aspectRatio: z.union([z.string(), z.number()]).optional(),
  canvasWidth: z.int().min(600).max(2000).optional(),
  drawings: z.strictObject({ enabled: z.literal(false) }).optional(),
  routerMode: z.enum(['history', 'hash']).optional(),
  clicks: shown.clicks,
  lineNumbers: z.boolean().optional(),
  selectable: z.boolean().optional(),
  contextMenu: z.boolean().optional(),
  wakeLock: z
    .literal(false)
    .describe('The kit keeps the screen awake from the first key on; Slidev would ask on load, which Safari refuses.'),
  preloadImages: z.boolean().optional(),
  presenter: z.literal(true).optional(),
  mcp: z.literal(false).optional(),
  browserExporter: z.literal(false).optional(),
  download: z.literal(false).optional(),
  record: z.literal(false).optional(),
  editor: z.literal(false).optional(),
})

/** The kit's layouts and the frontmatter each of them takes; Slidev itself accepts anything in silence. */
export const layoutSchemas = {
  'cover': coverSchema,
  'opener': z.strictObject({ layout: z.literal('opener'), ...body }),
  'claim': z.strictObject({ layout: z.literal('claim'), ...body }),
  'points': z.strictObject({ layout: z.literal('points'), points: z.array(z.string()).min(1).max(3), ...body }),
  'evidence': z.strictObject({ layout: z.literal('evidence'), evidence: slug(), ...body }),
  'exercise': z
    .strictObject({
      layout: z.literal('exercise'),
      exercise: slug(),
      role: z.enum(['ask', 'results']),
      activity: slug()
        .optional()
        .describe('The id of the talk that begins with this slide: for results shown later than their exercise.'),
      ...shown,
    })
    .superRefine(({ role, activity }, context) => {
      if (role === 'ask' && activity !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['activity'],
          message: 'Expected a slide that asks an exercise to begin its exercise, found the id of a talk.',
          params: { hint: 'remove "activity:"; only `role: results` may stand in a talk.' },
        })
    }),
  'debrief': z.strictObject({ layout: z.literal('debrief'), exercise: slug(), ...shown }),
  'prose': z.strictObject({
    layout: z.literal('prose'),
    drawing: z.enum(['mistake', 'repair']).optional(),
    drawnOn: z.int().min(1).optional().describe('The click that draws the repair; until then the mistake is shown.'),
    ...body,
  }),
  'agenda': z.strictObject({ layout: z.literal('agenda'), ...body }),
  'objectives': z.strictObject({ layout: z.literal('objectives'), ...body }),
  'ground-rules': z.strictObject({ layout: z.literal('ground-rules'), ...body }),
  'reframes': z.strictObject({ layout: z.literal('reframes'), ...body }),
  'credits': z.strictObject({ layout: z.literal('credits'), ...body }),
  'break': z.strictObject({ layout: z.literal('break'), ...shown }),
}

export type Layout = keyof typeof layoutSchemas
