import type { Ref } from 'vue'
import { computed, inject, onMounted, ref, shallowRef } from 'vue'
import { storeKey } from '../door'
import type { Kind } from '../exercises/kind'
import type { AnswerStore, StoredAnswer } from './answer-store'

export function useStore(): AnswerStore {
  const store = inject(storeKey)
  if (!store)
    throw new Error('Exercises need an answer store: provide(storeKey, …) where the app is made.')
  return store
}

/**
 * The answer to one exercise, as its kind understands it.
 * Stored JSON that cannot be read counts as no answer, and is left alone until something new is written.
 */
export function useAnswer<E extends { id: string }, A>(kind: Kind<E, A> | Kind<never, A>, exercise: () => E) {
  const store = useStore()
  const readable = kind as Kind<E, A>
  // A prerendered page shows the empty answer first; the device is asked once it is alive.
  const alive = ref(false)
  onMounted(() => {
    alive.value = true
  })
  const entry = computed(() => store.entry(exercise().id))
  const answer = computed<A>(() => {
    const stored = alive.value ? entry.value.value : undefined
    return (stored && readable.read(stored.answer, stored.version, exercise())) ?? readable.empty(exercise())
  })

  function change(part: Partial<A>) {
    entry.value.value = { version: readable.version, answer: { ...answer.value, ...part } }
  }
  function clear() {
    entry.value.value = undefined
  }
  const answered = computed(() => readable.progress(answer.value, exercise()) !== 'none')
  return { answer, change, clear, answered, kept: store.kept }
}

export interface DeviceStoreOptions {
  /** Start of every key, so that two workshops on one origin stay apart. */
  namespace: string
  /** @default globalThis.localStorage, where the browser allows it */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Told of changes made by other windows. @default the window's `storage` event */
  listen?: (hear: (key: string | null) => void) => void
}

/** Keeps answers on this device and follows what other windows of this browser write. */
export function deviceStore(options: DeviceStoreOptions): AnswerStore {
  const { namespace, storage = ownStorage(), listen = listenToWindow } = options
  // Two maps: what another window wrote must not be written again, so it goes past `keep`.
  const values = new Map<string, Ref<StoredAnswer | undefined>>()
  const entries = new Map<string, Ref<StoredAnswer | undefined>>()
  const kept = ref(storage !== undefined)
  const keyOf = (id: string) => `${namespace}:answer:${id}`

  listen((key) => {
    for (const [id, value] of values) {
      if (key === null || key === keyOf(id))
        value.value = load(id)
    }
  })

  function load(id: string): StoredAnswer | undefined {
    try {
      const stored: unknown = JSON.parse(storage?.getItem(keyOf(id)) ?? 'null')
      if (stored && typeof stored === 'object' && 'answer' in stored && 'version' in stored && typeof stored.version === 'number')
        return { version: stored.version, answer: stored.answer }
    }
    catch {
      // Blocked storage or text that is no JSON: the same as no answer.
    }
    return undefined
  }

  function keep(id: string, value: StoredAnswer | undefined) {
    try {
      if (value)
        storage?.setItem(keyOf(id), JSON.stringify(value))
      else
        storage?.removeItem(keyOf(id))
      kept.value = storage !== undefined
    }
    catch {
      kept.value = false
    }
  }

  function entry(id: string): Ref<StoredAnswer | undefined> {
    const known = entries.get(id)
    if (known)
      return known
    const value = shallowRef(load(id))
    const shared = computed({
      get: () => value.value,
      set: (next) => {
        value.value = next
        keep(id, next)
      },
    })
    values.set(id, value)
    entries.set(id, shared)
    return shared
  }

  return { entry, kept }
}

function ownStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  }
  catch {
    return undefined
  }
}

function listenToWindow(hear: (key: string | null) => void) {
  if (typeof window !== 'undefined')
    window.addEventListener('storage', event => hear(event.key))
}
