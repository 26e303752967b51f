import { z } from 'zod'

import { PLURAL_CATEGORIES } from '../plural'
import { isOneLine } from '../text/unfit'

/** Build-time building blocks that several kinds' schemas share. */

/** A stable name inside a record: answers are stored under it, so renaming one loses answers. */
export const slug = () => z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'slug' })

/**
 * A label: one line of plain text, no markup. A line break or a control character in quotes would reach file names, the
 * metadata of PDFs and calendars, where a line means something.
 */
export const line = (max = 80) => z.string().trim().min(1).max(max).refine(isOneLine, { error: 'line' })

/** A label with a form for each category of plural that its language has; the last of them will do for all. */
export const pluralForms = (max = 80) =>
  z.strictObject({
    ...(Object.fromEntries(PLURAL_CATEGORIES.map(category => [category, line(max).optional()])) as Record<
      (typeof PLURAL_CATEGORIES)[number],
      z.ZodOptional<z.ZodString>
    >),
    other: line(max),
  })

/** How many lines a pen gets on paper. */
export const lines = () => z.int().min(1).max(20)
