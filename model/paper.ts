/** The papers that documents are printed on: the world's and North America's. */
export const PAPERS = ['a4', 'letter'] as const
export type Paper = typeof PAPERS[number]
