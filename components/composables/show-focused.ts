import { nextTick } from 'vue'

/**
 * Scrolls to what has taken the focus. WebKit does it for Tab, and not for the arrow keys that go from one radio button
 * to the next: among long choices the focus would leave the window.
 */
export function showFocused({ target }: FocusEvent) {
  if (target instanceof HTMLInputElement && target.type === 'radio')
    (target.closest('label') ?? target).scrollIntoView({ block: 'nearest' })
}

/**
 * Keeps in view what an answer was chosen in, once it has changed what stands above: not every browser does, and in a
 * low window it would be gone.
 */
export async function showChanged({ target }: Event) {
  await nextTick()
  if (target instanceof HTMLElement && target === document.activeElement) target.scrollIntoView({ block: 'nearest' })
}
