/** What a page and its worker say to each other. */
export type ToWorker =
  /** Somebody has chosen the new version: it takes over now. */
  | { type: 'take-over' }
  /** Keep the slides and papers on this device; answered with a `Kept`. */
  | { type: 'keep-extras' }
  /** Are they kept already? Answered with a `Kept`. */
  | { type: 'ask-extras' }

export interface Kept {
  kept: boolean
  failed?: true
}

/** What the worker answers: how it ended, and before that, every few seconds, that it is at work. */
export type FromWorker = Kept | { working: true }
