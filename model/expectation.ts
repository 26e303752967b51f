import type { z } from 'zod'

import { listed } from './describe'
import type { Path } from './source-file'

type Schema = z.core.$ZodType
/** The parts of a schema's definition that are looked into here; each kind of schema has some of them. */
interface Definition {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  valueType?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  entries?: Record<string, string | number>
  values?: unknown[]
  format?: string
  checks?: z.core.$ZodCheck[]
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition

/** A schema without its wrappers; several where it offers alternatives. */
function bare(schema: Schema): Schema[] {
  const { innerType, in: before, options } = definitionOf(schema)
  if (options) return options.flatMap(bare)
  const inner = innerType ?? before
  return inner ? bare(inner) : [schema]
}

/** What the schema has at a path. Zod's issues do not say, and an author needs the name that was meant. */
export function schemasAt(schema: Schema, path: Path): Schema[] {
  return path.reduce<Schema[]>(
    (schemas, step) =>
      schemas.flatMap(each => {
        const { shape, element, valueType } = definitionOf(each)
        const next = shape ? (Object.hasOwn(shape, step) ? shape[String(step)] : undefined) : (element ?? valueType)
        return next ? bare(next) : []
      }),
    bare(schema),
  )
}

/** The fields of the group at a path. */
export function fieldsAt(schema: Schema, path: Path): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(each => Object.keys(definitionOf(each).shape ?? {})))]
}

/** The fields that tell the alternatives at a path apart, such as `say`, `do` and `ask`: the first of each. */
export function choicesAt(schema: Schema, path: Path): string[] {
  const groups = schemasAt(schema, path).map(each => Object.keys(definitionOf(each).shape ?? {}))
  if (groups.length < 2) return groups.flat()
  return groups.flatMap(group => group.find(name => !groups.every(other => other.includes(name))) ?? [])
}

/** What is expected at a path, in words: "whole minutes from 1 to 90", "text", `"a4" or "letter"`. */
export function expectationAt(schema: Schema, path: Path): string {
  const choices = choicesAt(schema, path)
  const wanted = schemasAt(schema, path).map(each => expectation(each, path.at(-1) === 'minutes'))
  return wanted.length > 1 && choices.length ? `a group with ${listed(choices)}` : [...new Set(wanted)].join(' or ')
}

function expectation(schema: Schema, isMinutes: boolean): string {
  const { type, entries, values } = definitionOf(schema)
  switch (type) {
    case 'number':
      return numberWanted(schema, isMinutes)
    case 'enum':
      return listed(Object.keys(entries ?? {}))
    case 'literal':
      return (values ?? []).map(value => (typeof value === 'string' ? `"${value}"` : String(value))).join(' or ')
    case 'array':
      return 'a list'
    case 'object':
    case 'record':
      return 'a group of fields'
    default:
      return 'text'
  }
}

function numberWanted(schema: Schema, isMinutes: boolean): string {
  const { format, checks = [] } = definitionOf(schema)
  const name = isMinutes ? 'whole minutes' : format ? 'a whole number' : 'a number'
  const bound = (kind: string) =>
    checks
      .map(each => each._zod.def as { check: string; value?: number; inclusive?: boolean })
      .find(each => each.check === kind)
  const [from, to] = [bound('greater_than'), bound('less_than')]
  if (from && to) return `${name} from ${from.value} to ${to.value}`
  if (from) return `${name} ${from.inclusive ? 'of at least' : 'above'} ${from.value}`
  return to ? `${name} up to ${to.value}` : name
}
