export const LOWEST = 0
export const HIGHEST = 10

/** A rating together with what the ends of its scale mean: a number alone says nothing to an ear. */
export function ratingInWords(value: number, { low, high }: { low: string; high: string }): string {
  return `${value} (${LOWEST} ${low}, ${HIGHEST} ${high})`
}
