import type { Allowed } from '../components/exercises/kind-schema'

/**
 * The part of a value that an allow-list names: of groups the named fields, of a list the same of each entry. What the
 * list does not name is left out, however deep it lies.
 */
export function allow(value: unknown, allowed: Allowed): unknown {
  if (allowed === true || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(entry => allow(entry, allowed))
  const group = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(allowed)
      .filter(([field]) => Object.hasOwn(group, field))
      .map(([field, inner]) => [field, allow(group[field], inner)]),
  )
}
