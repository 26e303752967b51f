import type { Forecast } from './schema'

/** The numbers of eleven marks on a scale, which are enough to place a cross between. */
export const marksOf = ({ from, to }: Forecast['scale']) =>
  Array.from({ length: 11 }, (_, index) => Number((from + ((to - from) * index) / 10).toFixed(2)))
