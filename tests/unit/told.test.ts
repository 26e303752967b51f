import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, watch } from 'vue'

import { useTold } from '../../components/composables/told'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('the same words once more are a change in a live region once more', () => {
  const scope = effectScope()
  scope.run(() => {
    const { told, tell } = useTold()
    const changes: string[] = []
    tell('')
    expect(told.value, 'nothing is nothing').toBe('')
    watch(told, words => changes.push(words.trim()), { flush: 'sync' })
    tell('Copied.')
    tell('Copied.')
    vi.runAllTimers()
    expect(changes).toEqual(['Copied.', '', 'Copied.'])
    tell('Shared.')
    tell('Copied.')
    tell('')
    tell('Copied.')
    tell('Shared.')
    vi.runAllTimers()
    expect(changes.slice(3), 'what was overtaken is not said any more').toEqual([
      'Shared.',
      'Copied.',
      '',
      '',
      'Shared.',
    ])
  })
  scope.stop()
})
