/** How a number of a picture is meant: a study that says "about 40" has not said 40. */
export const BOUNDS = ['exactly', 'about', 'most', 'least'] as const
export type Bound = (typeof BOUNDS)[number]
