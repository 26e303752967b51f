/** Puts values into a label: fill('{n} of {all}', { n: 1, all: 12 }). */
export function fill(label: string, values: Record<string, string | number>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
