/** So many are kept of each: more than a workshop has files, slides and notes. */
const KEPT = 500

/**
 * What was made of texts, kept by the texts: at every save an author's server reads all files, of which one has
 * changed. What is kept is shared, so it must not be changed.
 * @param make makes it of a text alone
 */
export function keptByText<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { made: T }>()
  return text => {
    const known = kept.get(text) ?? { made: make(text) }
    // What is asked for again moves to the end, so that what was asked for longest ago is dropped first.
    kept.delete(text)
    kept.set(text, known)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return known.made
  }
}
