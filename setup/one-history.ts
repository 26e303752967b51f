import type { AppContext } from '@slidev/types'

type Router = AppContext['router']

/**
 * Makes Back lead to the place that the room saw before. Slidev writes a move of its own window into the history, and
 * follows another window without a trace: Back would then jump over all slides that the other window had shown, and
 * take that window along.
 */
export function keepOneHistory(router: Router) {
  router.replace = to => router.push(to)
}
