import type { WritableComputedRef } from 'vue'
import { computed } from 'vue'

import type { AnswerStore } from '../../../components/composables/answer-store'

/**
 * What was written on this phone and not sent yet. It is kept there, through slides that come and go and a page that is
 * loaded again.
 * @param exercise what the line belongs to; without it, it is a question
 */
export function draftIn(own: AnswerStore, exercise = ''): WritableComputedRef<string> {
  // Under a name that no exercise can have.
  const entry = own.entry(`${exercise}/draft`)
  return computed({
    get() {
      const kept = entry.value?.answer
      return typeof kept === 'string' ? kept : ''
    },
    set(text) {
      entry.value = text ? { version: 1, answer: text } : undefined
    },
  })
}
