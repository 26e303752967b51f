import process from 'node:process'

import type { DeckWorkshop } from './deck'

/** Set in the environment of a Slidev whose records are sent by the process that started it. */
export const DECK_IS_SENT = 'WORKSHOP_DECK_IS_SENT'

let sent: Promise<DeckWorkshop> | undefined

/**
 * The deck's records from the process that builds the deck (commands/build-deck.ts), which has read and checked the
 * content: to do it again here would take a second of the first start, with tsx and the validators.
 * @returns nothing where nobody sends them, as in `npm run dev` or a bare `slidev build`
 */
export function sentDeck(): Promise<DeckWorkshop> | undefined {
  if (process.env[DECK_IS_SENT] === undefined) return undefined
  sent ??= new Promise(resolve => {
    // Unreferenced at the start (commands/slidev.ts), the channel would not keep this process waiting.
    process.channel?.ref()
    process.once('message', deck => {
      process.channel?.unref()
      resolve(deck as DeckWorkshop)
    })
  })
  return sent
}
