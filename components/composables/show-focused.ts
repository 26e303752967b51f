/**
 * Scrolls to what has taken the focus. WebKit does it for Tab, and not for the arrow keys that go from one radio button
 * to the next: among long choices the focus would leave the window.
 */
export function showFocused({ target }: FocusEvent) {
  if (target instanceof HTMLInputElement && target.type === 'radio')
    (target.closest('label') ?? target).scrollIntoView({ block: 'nearest' })
}
