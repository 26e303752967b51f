import type { ZodRawShape } from 'zod'

import type { CheckTools } from './check-tools'
import type { AnyExercise } from './exercise'

/** What schema.ts of a kind's folder exports, for code that handles all kinds alike. */
export interface KindSchema {
  /** The fields of its YAML that anyone may see at any time, beside those that all exercises share. */
  open: ZodRawShape
  /** Its fields under `reveal`: on a screen after answering, never on a worksheet. */
  reveal: ZodRawShape
  /** The fields of both that leave the facilitator's view, and those of the reveal that a worksheet shows as well. */
  allowed: { open: Allowed; reveal: Allowed; paper?: Allowed }
  /** Open fields that are for screens alone: the kind's paper prints all the others. */
  screenOnly?: readonly string[]
  /** What the schema cannot say: above all, that every name in the record names something. */
  check?: (exercise: AnyExercise, tools: CheckTools) => void
}

/** An allow-list whose type is not known any more. */
export type Allowed = true | { readonly [field: string]: Allowed }
