import type { Ref } from 'vue'
import { onMounted, ref } from 'vue'

/**
 * Whether somebody has come near an exercise: pages make their exercises alive when they come into view, and one
 * that was prerendered begins as it was rendered.
 */
export function useApproached(): Readonly<Ref<boolean>> {
  const approached = ref(false)
  onMounted(() => {
    approached.value = true
  })
  return approached
}
