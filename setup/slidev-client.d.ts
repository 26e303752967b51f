/**
 * What this project uses of @slidev/client. Slidev ships its client as sources that do not pass our stricter
 * settings, so tsconfig.json points its name here; the running deck takes the real module.
 */
import type { ComputedRef, Ref } from 'vue'

export function useSlideContext(): {
  $clicks: Ref<number>
  $renderContext: Ref<'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'>
}
export function useNav(): {
  currentSlideNo: ComputedRef<number>
  isPrintMode: ComputedRef<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
}
