/** What a kind's own `check` gets beside the exercise. */
export interface CheckTools {
  /** Ids of the workshop's modules, in running order. */
  modules: readonly string[]
  /**
   * Reports a problem.
   * @param path fields and places in the exercise's YAML, such as `['reveal', 'answers', 0, 'item']`
   * @param message "Expected …, found …."
   * @param remedy one thing to do about it
   * @param at points at the field's name instead of its value
   */
  complain: (path: readonly (string | number)[], message: string, remedy: string, at?: 'name') => void
  /** A remedy for a name that names nothing: the nearest of the known ones, or all of them. */
  didYouMean: (name: string, known: readonly string[]) => string
}
