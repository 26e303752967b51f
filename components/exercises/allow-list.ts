import type { output, ZodRawShape } from 'zod'

import type { Block } from '../text/blocks'
import type { RichText } from '../text/rich-text'

/** A value without fields of an author's own: text, also one of several paragraphs, a number, a yes or no. */
type Plain = string | number | boolean | RichText | Block[] | undefined

/**
 * Names every field of a value and, inside of it, every field of its groups and of its lists' entries; `true` stands
 * for the whole of a value without fields, or of a map by keys. A field that is not named is a type error, and at run
 * time no view carries it (model/views.ts). What only the facilitator may see belongs under `facilitator`.
 */
export type AllowList<T> = [T] extends [Plain]
  ? true
  : [T] extends [readonly (infer Entry)[] | undefined]
    ? AllowList<Entry>
    : string extends keyof NonNullable<T>
      ? true
      : { [Field in FieldOf<NonNullable<T>>]-?: AllowList<ValueOf<NonNullable<T>, Field>> }

/** The fields of a group, or of any of several alternatives. */
type FieldOf<T> = T extends unknown ? keyof T : never
type ValueOf<T, Field extends PropertyKey> = T extends { [F in Field]?: infer Value } ? NonNullable<Value> : never

/** The allow-list of a kind of exercise: the open fields of its own, and what its reveal holds. */
export interface KindAllowList<Open extends ZodRawShape, Reveal extends ZodRawShape> {
  open: { [Field in keyof Open]: AllowList<output<Open[Field]>> }
  reveal: { [Field in keyof Reveal]: AllowList<output<Reveal[Field]>> }
  /** What of the reveal a worksheet shows as well, such as the key that its numbers are added up by. */
  paper?: { [Field in keyof Reveal]?: Some<AllowList<output<Reveal[Field]>>> }
}

/** Some of the fields that an allow-list names. */
type Some<List> = List extends true ? true : { [Field in keyof List]?: Some<List[Field]> }
