/** A value of a content file in a message: short, in quotes where it is text. */
export function describe(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list'
  if (typeof value === 'object') {
    const keys = Object.keys(value)
    return keys.length
      ? `a group with ${keys
          .slice(0, 4)
          .map(key => `"${short(key)}"`)
          .join(', ')}${keys.length > 4 ? ' and more' : ''}`
      : 'an empty group'
  }
  if (typeof value === 'string') return `"${short(value)}"`
  return Number.isNaN(value) ? 'something that is no number' : String(value)
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 40)}…` : line
}

/** "a", "b" or "c", in quotes. */
export function listed(names: Iterable<string>): string {
  const quoted = [...names].map(name => `"${name}"`)
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}` : quoted.join('')
}
