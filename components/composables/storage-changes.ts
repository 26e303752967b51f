/**
 * Calls back when what is stored may differ from what a page shows: another window wrote to it, or the page comes out
 * of the back/forward cache, in which it gets no `storage` events.
 * @param changed called with the key that changed; null when any of them may have
 */
export function onStorageChange(changed: (key: string | null) => void): void {
  if (typeof window === 'undefined') return
  window.addEventListener('storage', event => changed(event.key))
  window.addEventListener('pageshow', event => {
    if (event.persisted) changed(null)
  })
}
