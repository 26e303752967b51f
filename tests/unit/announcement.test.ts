import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, watch } from 'vue'

import { useAnnouncement } from '../../components/composables/announcement'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('the same words once more are a change in a live region once more', () => {
  const scope = effectScope()
  scope.run(() => {
    const { announced, announce } = useAnnouncement()
    const changes: string[] = []
    announce('')
    expect(announced.value, 'nothing is nothing').toBe('')
    watch(announced, words => changes.push(words.trim()), { flush: 'sync' })
    announce('Copied.')
    announce('Copied.')
    vi.runAllTimers()
    expect(changes).toEqual(['Copied.', '', 'Copied.'])
    announce('Shared.')
    announce('Copied.')
    announce('')
    announce('Copied.')
    announce('Shared.')
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
