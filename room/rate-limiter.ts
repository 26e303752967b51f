/** Keys that are remembered at most; beyond that the oldest are forgotten, so that memory is bounded. */
const MOST_KEYS = 20_000

/**
 * Lets each key do something so many times at once, and then again as time passes.
 * @param burst how many times at once
 * @param perSecond how many more each second
 * @param now milliseconds; not the time of day, which may be set back
 */
export function limiter(burst: number, perSecond: number, now: () => number = () => performance.now()) {
  const buckets = new Map<string, { left: number; at: number }>()
  const look = (key: string) => {
    const { left, at } = buckets.get(key) ?? { left: burst, at: now() }
    return Math.min(burst, left + (Math.max(0, now() - at) / 1000) * perSecond)
  }
  return {
    /** Whether the key may do it once more. */
    allows: (key: string) => look(key) >= 1,
    /** Counts that the key did it. */
    count: (key: string) => {
      const left = look(key) - 1
      buckets.delete(key)
      buckets.set(key, { left: Math.max(0, left), at: now() })
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value!)
    },
  }
}
