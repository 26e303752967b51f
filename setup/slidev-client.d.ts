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
  clicksTotal: number
  timer: object
  /** Which kind of window changed it last: each follows the other kind. */
  lastUpdate?: { id: string; type: 'presenter' | 'viewer'; time: number }
}
export const sharedState: SharedState

/** Another way for windows to follow each other, beside the one within a browser. */
export function addSyncMethod(sync: {
  /** @returns what is called after each change; `updating` is true when the change came from another window */
  init: (
    channel: string,
    onUpdate: (data: Partial<SharedState>) => void,
    state: SharedState,
  ) => ((state: SharedState, updating?: boolean) => void) | undefined
}): void

/** logic/slides.ts: every slide, with what stands in its frontmatter. */
export const slides: Readonly<ShallowRef<{ no: number; meta: { slide: SlideInfo } }[]>>

/** composables/useSlideInfo.ts: a slide as the presenter's page shows it; empty until the dev server has sent it. */
export function useDynamicSlideInfo(no: number): { info: Ref<SlideInfo | null> }

export function useSlideContext(): {
  $clicks: Ref<number>
  /** The number of the slide that this stands on. */
  $page: Ref<number>
  $renderContext: Ref<'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'>
}
export function useNav(): {
  currentSlideNo: ComputedRef<number>
  isPrintMode: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
}
