import { reactive } from 'vue'

import type { Outcome } from './connection'
import type { SentAnswer } from './wire'

/** How it stands with an answer that is to be counted: on its way, arrived, or refused for a reason. */
export type Delivery = { state: 'sending' } | { state: 'sent' } | { state: 'refused'; sentence: string }

export interface OutboxOptions {
  /** The name under which it is persisted. */
  key: string
  storage?: Pick<Storage, 'getItem' | 'setItem'>
  send: (answer: SentAnswer) => Promise<Outcome<Partial<Pick<SentAnswer, 'revision' | 'mark'>>>>
  /** How long a change waits for the next one, in milliseconds. */
  settle?: number
}

/** Refusals that pass by themselves: the answer is sent again. */
const PASSING = ['tooMany', 'notKept', 'full']
const RETRY = { from: 1000, to: 15_000 }

/** An answer before it has its number. */
export type Unsent = Omit<SentAnswer, 'revision' | 'mark'>

/**
 * What a phone has to send, persisted until it has arrived: of each exercise the last answer alone. An answer that
 * arrives twice has one mark, so that it is counted once.
 */
export function outbox({ key, storage, send, settle = 500 }: OutboxOptions) {
  const pending = new Map<string, SentAnswer>()
  const revisions = new Map<string, number>()
  /** The round of each exercise that its last answer was given in. */
  const rounds = reactive(new Map<string, number>())
  const deliveries = reactive(new Map<string, Delivery>())
  let retry = RETRY.from
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  load()

  function put(answer: Unsent) {
    const revision = (revisions.get(answer.exercise) ?? 0) + 1
    revisions.set(answer.exercise, revision)
    rounds.set(answer.exercise, answer.round)
    pending.set(answer.exercise, { ...answer, revision, mark: newMark() })
    deliveries.set(answer.exercise, { state: 'sending' })
    persist()
    schedule(settle)
  }

  function schedule(after: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), after)
  }

  /** Sends what waits, at once: called too when a connection is there again. */
  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    try {
      for (const answer of [...pending.values()]) {
        if (!(await deliver(answer))) {
          schedule(retry)
          retry = Math.min(RETRY.to, retry * 2)
          return
        }
        retry = RETRY.from
      }
    } finally {
      isSending = false
    }
    // What was changed meanwhile.
    if (pending.size) schedule(settle)
  }

  /** @returns whether the room was reached */
  async function deliver(answer: SentAnswer): Promise<boolean> {
    const { exercise } = answer
    const outcome = await send(answer)
    if (outcome === 'unreachable' || ('refused' in outcome && PASSING.includes(outcome.refused))) return false
    // Meanwhile it may have been changed again: then that one is still to be sent.
    const isLast = pending.get(exercise) === answer
    if ('done' in outcome && outcome.done.mark !== undefined && outcome.done.mark !== answer.mark) {
      // The room has a later one: this phone began its count again, as it does where nothing can be persisted.
      revisions.set(exercise, Math.max(revisions.get(exercise) ?? 0, outcome.done.revision ?? 0))
      if (isLast) put(answer)
      return true
    }
    if (!isLast) return true
    pending.delete(exercise)
    deliveries.set(exercise, 'done' in outcome ? { state: 'sent' } : { state: 'refused', sentence: outcome.sentence })
    persist()
    return true
  }

  function isEarlier(exercise: string, round: number): boolean {
    const given = rounds.get(exercise)
    return given !== undefined && given !== round
  }

  function load() {
    try {
      const kept = JSON.parse(storage?.getItem(key) ?? '{}') as {
        pending?: SentAnswer[]
        revisions?: Record<string, number>
        rounds?: Record<string, number>
      }
      for (const [exercise, revision] of Object.entries(kept.revisions ?? {})) revisions.set(exercise, revision)
      for (const [exercise, round] of Object.entries(kept.rounds ?? {})) rounds.set(exercise, round)
      for (const answer of kept.pending ?? []) {
        pending.set(answer.exercise, answer)
        deliveries.set(answer.exercise, { state: 'sending' })
      }
    } catch {
      // Blocked, or not ours: then there is nothing to send.
    }
  }

  function persist() {
    try {
      storage?.setItem(
        key,
        JSON.stringify({
          pending: [...pending.values()],
          revisions: Object.fromEntries(revisions),
          rounds: Object.fromEntries(rounds),
        }),
      )
    } catch {
      // Full or blocked: it is sent as long as the page is open.
    }
  }

  return {
    put,
    flush,
    deliveries,
    /**
     * Whether what was last given to an exercise belongs to a round that was cleared since, also while this page was
     * closed.
     */
    isEarlier,
    /**
     * Forgets what has become pointless: an answer to a round that was cleared.
     * @param round the one that the room is at
     */
    drop(exercise: string, round: number) {
      if (!isEarlier(exercise, round) || !revisions.has(exercise)) return
      pending.delete(exercise)
      deliveries.delete(exercise)
      revisions.delete(exercise)
      persist()
    },
    stop: () => clearTimeout(timer),
  }
}

/** Random, and without crypto.randomUUID, which plain HTTP does not have. */
function newMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return btoa(String.fromCharCode(...bytes))
}
