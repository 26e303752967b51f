import type { Forecast } from './schema'

export type Found = Forecast['reveal']['found']

/** How far a guess lies from what was found, in units of the scale; 0 within the range. */
export function gap(guess: number, found: Found): number {
  return tidy(guess < found.from ? found.from - guess : guess > found.to ? guess - found.to : 0)
}

/** Undoes the noise of binary fractions: 0.1 + 0.2 is 0.3 to a reader. */
export const tidy = (value: number) => Number(value.toFixed(6))
