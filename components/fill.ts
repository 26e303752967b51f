import { hasOwn } from './has-own'

/** Puts values into a label: fill('{n} of {all}', { n: 1, all: 12 }). */
export function fill(label: string, values: Record<string, string | number>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => (hasOwn(values, name) ? String(values[name]) : whole))
}
