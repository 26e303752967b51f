import type { z } from 'zod'
import type { Path } from './source-file'
import { listed } from './describe'

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
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition

/** A schema without its wrappers; several where it offers alternatives. */
function bare(schema: Schema): Schema[] {
  const { innerType, in: before, options } = definitionOf(schema)
  if (options)
    return options.flatMap(bare)
  const inner = innerType ?? before
  return inner ? bare(inner) : [schema]
}

/** What the schema has at a path. Zod's issues do not say, and an author needs the name that was meant. */
export function schemasAt(schema: Schema, path: Path): Schema[] {
  return path.reduce<Schema[]>((schemas, step) => schemas.flatMap((each) => {
    const { shape, element, valueType } = definitionOf(each)
    const next = shape ? (Object.hasOwn(shape, step) ? shape[String(step)] : undefined) : element ?? valueType
    return next ? bare(next) : []
  }), bare(schema))
}

/** The fields of the group at a path. */
export function fieldsAt(schema: Schema, path: Path): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(each => Object.keys(definitionOf(each).shape ?? {})))]
}

/** The fields that tell the alternatives at a path apart, such as `say`, `do` and `ask`. */
export function choicesAt(schema: Schema, path: Path): string[] {
  const groups = schemasAt(schema, path).map(each => Object.keys(definitionOf(each).shape ?? {}))
  return groups.flat().filter(name => groups.length === 1 || !groups.every(group => group.includes(name)))
}

/** What is expected at a path, in words: "whole minutes from 1 to 90", "text", `"a4" or "letter"`. */
export function expectationAt(schema: Schema, path: Path): string {
  const [first, ...others] = schemasAt(schema, path)
  if (others.length)
    return `a group with ${listed(choicesAt(schema, path))}`
  return first ? expectation(first, path.at(-1) === 'minutes') : 'nothing'
}

function expectation(schema: Schema, isMinutes: boolean): string {
  const { type, entries, values } = definitionOf(schema)
  switch (type) {
    case 'number':
      return numberWanted(schema, isMinutes)
    case 'enum':
      return listed(Object.keys(entries ?? {}))
    case 'literal':
      return (values ?? []).map(value => typeof value === 'string' ? `"${value}"` : String(value)).join(' or ')
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
  const { minimum, maximum, format } = schema._zod.bag as { minimum?: number, maximum?: number, format?: string }
  const name = isMinutes ? 'whole minutes' : format ? 'a whole number' : 'a number'
  const [from, to] = [minimum, maximum].map(bound => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined)
  if (from !== undefined && to !== undefined)
    return `${name} from ${from} to ${to}`
  return from === undefined ? to === undefined ? name : `${name} up to ${to}` : `${name} of at least ${from}`
}
