/**
 * What this project uses of @slidev/client. Slidev ships its client as sources that do not pass our stricter
 * settings, so tsconfig.json points its name here; the running deck takes the real module.
 */
import type { SlideInfo } from '@slidev/types'
import type { ComputedRef, Ref, ShallowRef } from 'vue'

/** What the windows of one browser tell each other. */
export interface SharedState {
  page: number
  clicks: number
  timer: object
}
export const sharedState: SharedState

/** logic/slides.ts: every slide, with what stands in its frontmatter. */
export const slides: Readonly<ShallowRef<{ no: number; meta: { slide: SlideInfo } }[]>>

/** composables/useSlideInfo.ts: a slide as the presenter's page shows it; empty until the dev server has sent it. */
export function useDynamicSlideInfo(no: number): { info: Ref<SlideInfo | null> }

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
