import type { Ref } from 'vue'
import { onMounted, ref } from 'vue'

/**
 * Whether the component is mounted. While it is prerendered or hydrated it is not, and has to give the same markup in
 * both: what the device alone knows comes afterwards.
 */
export function useMounted(): Readonly<Ref<boolean>> {
  const mounted = ref(false)
  onMounted(() => {
    mounted.value = true
  })
  return mounted
}
