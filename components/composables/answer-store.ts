import type { Ref } from 'vue'

/** An answer as it is persisted: with the version of its shape, so that a later one can migrate it. */
export interface StoredAnswer {
  version: number
  answer: unknown
}

/**
 * Where answers go. The device keeps them for a learner, the room gathers them, an LMS stores them;
 * components write at every input and never know which.
 */
export interface AnswerStore {
  /** One shared ref per exercise id: writing it keeps it, `undefined` clears it. */
  entry: (id: string) => Ref<StoredAnswer | undefined>
  /** False once something could not be persisted (private mode, full storage): the page then says so. */
  persisted: Readonly<Ref<boolean>>
  /** How often another window has deleted the answer to an exercise: its screen then begins anew. */
  deletions?: (id: string) => number
}
