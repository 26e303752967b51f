/** The modules that stand for a mistake, in running order; opening, closing and the like have no number. */
export function mistakesOf<M extends { mistake?: number }>(modules: readonly M[]): (M & { mistake: number })[] {
  return modules.filter((module): module is M & { mistake: number } => module.mistake !== undefined)
}
