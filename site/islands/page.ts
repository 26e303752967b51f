import type { InjectionKey } from 'vue'
import { inject, onMounted, watch, watchEffect } from 'vue'

import { useStore } from '../../components/composables/answers'
import { useMounted } from '../../components/composables/mounted'
import { readStored } from '../../components/composables/stored'
import { kindOf } from '../../components/exercises/registry'
import type { PageData } from '../page-data'
import { offline } from '../script/offline'
import { fetchExercise } from './fetch-exercise'

export const pageKey: InjectionKey<PageData> = Symbol('page')

/** What the page brought along. */
export function usePage(): PageData {
  const page = inject(pageKey)
  if (!page) throw new Error('Islands need the data of their page: provide(pageKey, …) where the app is made.')
  return page
}

/** What was done, not what was scrolled past. While a page is still as it was prerendered, that is nothing. */
export function useProgress() {
  const page = usePage()
  const { exercises, asked } = page
  const store = useStore()
  const mounted = useMounted()
  onMounted(() => {
    // Only what was answered has to be read; of all others it is known that nothing was done. Once another window has
    // changed to a new version, the records of this one are gone.
    watchEffect(() => {
      for (const id of Object.keys(asked))
        if (!offline.renewed.value && store.entry(id).value) fetchExercise(page, id).catch(() => {})
    })
  })
  function stateOf(id: string) {
    const exercise = exercises[id]
    const answer = mounted.value && exercise ? readStored(store.entry(id).value, exercise) : undefined
    return answer === undefined ? 'none' : kindOf(exercise!.kind).progress(answer, exercise!)
  }
  /** What is known of it: what was answered, and is not fetched yet, is not. */
  const knownStateOf = (id: string) =>
    mounted.value && (exercises[id] || !store.entry(id).value) ? stateOf(id) : undefined
  /** Calls back when somebody finishes one of these here. */
  function onFinished(ids: readonly string[], finished: () => void) {
    watch(
      () => ids.map(knownStateOf),
      (now, before) => {
        if (now.some((state, at) => state === 'done' && before[at] !== undefined && before[at] !== 'done')) finished()
      },
    )
  }
  const doneIn = (ids: readonly string[]) => ids.filter(id => stateOf(id) === 'done').length
  return { mounted, stateOf, doneIn, onFinished }
}
