import type { Ref } from 'vue'
import { computed } from 'vue'

import type { AnswerStore, StoredAnswer } from '../composables/answer-store'
import type { AnyExercise } from '../exercises/exercise'
import type { AnyKind } from '../exercises/kind'
import type { Unsent } from './outbox'

/**
 * A store that keeps answers where another one does.
 * @param changed called after each change, so that it can be sent to the room
 */
export function storeForRoom(own: AnswerStore, changed: (exercise: string) => void): AnswerStore {
  const entries = new Map<string, Ref<StoredAnswer | undefined>>()
  return {
    ...own,
    entry(id) {
      const known = entries.get(id)
      if (known) return known
      const entry = own.entry(id)
      const watched = computed({
        get: () => entry.value,
        set: next => {
          entry.value = next
          changed(id)
        },
      })
      entries.set(id, watched)
      return watched
    },
  }
}

/**
 * What is sent to the room of an answer: the categories that it counts in, or what its kind has for a room. The answer
 * itself stays where it is.
 */
export function forRoom(
  stored: StoredAnswer | undefined,
  exercise: AnyExercise,
  kind: AnyKind,
): Pick<Unsent, 'done' | 'categories' | 'answer' | 'version'> {
  const answer = (stored && kind.read(stored.answer, stored.version, exercise)) ?? kind.empty(exercise)
  const done = kind.doneInRoom?.(answer, exercise) ?? kind.progress(answer, exercise) === 'done'
  return kind.forRoom
    ? { done, answer: kind.forRoom(answer, exercise), version: kind.version }
    : { done, categories: kind.categoriesOf(answer, exercise) }
}
