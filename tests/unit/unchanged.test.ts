import { expect, it } from 'vitest'
import { computed, ref } from 'vue'

import { useUnchanged } from '../../components/composables/unchanged'

it('what is read anew is the same object until something else stands in it', () => {
  const stored = ref('{"people":["AB"],"idea":""}')
  const map = useUnchanged(() => ({ people: (JSON.parse(stored.value) as { people: string[] }).people }))
  let drawn = 0
  const drawing = computed(() => `${++drawn} ${map.value.people.join()}`)
  expect(drawing.value).toBe('1 AB')
  const before = map.value
  stored.value = '{"people":["AB"],"idea":"I"}'
  expect(drawing.value).toBe('1 AB')
  expect(map.value).toBe(before)
  stored.value = '{"people":["AB","CD"],"idea":"I"}'
  expect(drawing.value).toBe('2 AB,CD')
})
