import type { Ref } from 'vue'
import { computed, inject, ref, shallowReactive, shallowRef } from 'vue'

import type { Kind } from '../exercises/kind'
import { isRecord } from '../exercises/kind'
import { storeKey } from '../workshop-context'
import type { AnswerStore, StoredAnswer } from './answer-store'
import { useMounted } from './mounted'
import { onStorageChange } from './storage-changes'

export function useStore(): AnswerStore {
  const store = inject(storeKey)
  if (!store) throw new Error('Exercises need an answer store: provide(storeKey, …) where the app is made.')
  return store
}

/** The part of a kind that handles one answer. */
type Answered<E, A> = Pick<Kind<E, A>, 'version' | 'empty' | 'read' | 'progress'>

/**
 * The answer to one exercise, as its kind understands it.
 * Stored JSON that cannot be read counts as no answer, and is left alone until something new is written.
 */
export function useAnswer<E extends { id: string }, A>(kind: Answered<E, A>, exercise: () => E) {
  const store = useStore()
  // A prerendered page shows the empty answer first; the device is asked once the page is hydrated.
  const mounted = useMounted()
  const entry = computed(() => store.entry(exercise().id))
  const answer = computed<A>(() => {
    const stored = mounted.value ? entry.value.value : undefined
    return (stored && kind.read(stored.answer, stored.version, exercise())) ?? kind.empty(exercise())
  })

  function change(part: Partial<A>) {
    const stored = entry.value.value
    // A page opened before an update may find what a newer one has persisted: it adds to that, and removes nothing.
    const newer =
      stored && stored.version > kind.version && isRecord(stored.answer)
        ? { version: stored.version, answer: stored.answer }
        : undefined
    entry.value.value = {
      version: newer?.version ?? kind.version,
      answer: { ...newer?.answer, ...answer.value, ...part },
    }
  }
  function clear() {
    entry.value.value = undefined
  }
  const answered = computed(() => kind.progress(answer.value, exercise()) !== 'none')
  // Whether this browser keeps anything is known here alone, and not where the page was made.
  const persisted = computed(() => !mounted.value || store.persisted.value)
  return { answer, change, clear, answered, persisted }
}

export interface DeviceStoreOptions {
  /** Start of every key, so that two workshops on one origin stay apart. */
  namespace: string
  /** @default globalThis.localStorage, where the browser allows it */
  storage?: Storage
  /** Reports changes made by other windows and pages; null stands for all keys. @default onStorageChange */
  listen?: (hear: (key: string | null) => void) => void
  /** Called once, when the first answer of all is stored on this device. */
  onFirstAnswer?: () => void
}

export interface DeviceStore extends AnswerStore {
  /** Deletes all that was ever persisted under the namespace: answers, and whatever else belongs to the same pages. */
  forget: () => void
}

/** Keeps answers on this device and follows what other windows and pages of this browser write and delete. */
export function deviceStore(options: DeviceStoreOptions): DeviceStore {
  const { namespace, storage = ownStorage(), listen = onStorageChange, onFirstAnswer } = options
  // Two maps: what another window wrote must not be written again, so it goes past `keep`.
  const values = new Map<string, Ref<StoredAnswer | undefined>>()
  const entries = new Map<string, Ref<StoredAnswer | undefined>>()
  const persisted = ref(storage !== undefined)
  const deletions = shallowReactive(new Map<string, number>())
  /** What did not fit when it was written. */
  const unsaved = new Set<string>()
  const keyOf = (id: string) => `${namespace}:answer:${id}`
  /** Written and removed at once: the `storage` event reaches other windows even where no stored answer is deleted. */
  const forgotten = `${namespace}:forgotten`

  // Where nothing can be stored, what this page holds is all there is: Back must not empty it.
  if (storage)
    listen(key => {
      const all = key === null || key === forgotten
      for (const [id, value] of values) {
        if (!all && key !== keyOf(id)) continue
        // What did not fit lives in memory alone; written later, it could bring back what was deleted meanwhile.
        unsaved.delete(id)
        const before = value.value
        value.value = load(id)
        if (key === forgotten || (before && !value.value)) deletions.set(id, (deletions.get(id) ?? 0) + 1)
      }
      persisted.value = unsaved.size === 0
    })

  function load(id: string): StoredAnswer | undefined {
    try {
      const stored: unknown = JSON.parse(storage?.getItem(keyOf(id)) ?? 'null')
      if (
        stored &&
        typeof stored === 'object' &&
        'answer' in stored &&
        'version' in stored &&
        typeof stored.version === 'number'
      )
        return { version: stored.version, answer: stored.answer }
    } catch {
      // Blocked storage or text that is no JSON: the same as no answer.
    }
    return undefined
  }

  function keep(id: string, value: StoredAnswer | undefined) {
    write(id, value)
    // There may be room again for what did not fit before.
    for (const other of unsaved) write(other, values.get(other)?.value)
    persisted.value = storage !== undefined && unsaved.size === 0
  }

  function write(id: string, value: StoredAnswer | undefined) {
    try {
      if (value) {
        const isFirst = onFirstAnswer && !answers().length
        storage?.setItem(keyOf(id), JSON.stringify(value))
        if (isFirst) onFirstAnswer()
      } else storage?.removeItem(keyOf(id))
      unsaved.delete(id)
    } catch {
      unsaved.add(id)
    }
  }

  const answers = () => Object.keys(storage ?? {}).filter(key => key.startsWith(keyOf('')))

  function entry(id: string): Ref<StoredAnswer | undefined> {
    const known = entries.get(id)
    if (known) return known
    const value = shallowRef(load(id))
    const shared = computed({
      get: () => value.value,
      set: next => {
        value.value = next
        keep(id, next)
      },
    })
    values.set(id, value)
    entries.set(id, shared)
    return shared
  }

  function forget() {
    for (const value of values.values()) value.value = undefined
    unsaved.clear()
    persisted.value = storage !== undefined
    try {
      for (const key of Object.keys(storage ?? {}).filter(key => key.startsWith(`${namespace}:`)))
        storage?.removeItem(key)
      storage?.setItem(forgotten, '')
      storage?.removeItem(forgotten)
    } catch {
      // Blocked: then there is nothing to delete.
    }
  }

  return { entry, persisted, forget, deletions: id => deletions.get(id) ?? 0 }
}

/** The browser's own storage, where it allows it. */
export function ownStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
