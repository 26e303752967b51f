/** Slidev's own names for the sizes of its presenter's page: where it stores them, in pixels. */
const SIZES = { width: 'slidev-presenter-notes-width', height: 'slidev-presenter-notes-row-size' } as const
const BY_HAND = 'presenter-sizes-by-hand'
const BORDERS = '.layout1 :is(.notes-vertical-resizer, .notes-resizer, .notes-row-resizer)'

/**
 * Slidev's presenter shows seven lines of notes beside an empty third of the screen. presenter.css gives them what the
 * next slide leaves of this window, until the presenter drags a border: from then on Slidev's own, stored sizes hold.
 */
export function keepSizesSetByHand() {
  const { dataset } = document.documentElement
  const storage = readableStorage()
  if (storage?.getItem(BY_HAND)) dataset.presenterSizes = 'by-hand'
  // In the capture phase, before Slidev's own listener: dragging begins at the sizes that are seen.
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      const notes = document.querySelector('.slidev-presenter .note')
      if (dataset.presenterSizes || !notes || !(target as Element).closest(BORDERS)) return
      const seen = notes.getBoundingClientRect()
      for (const side of ['width', 'height'] as const) store(storage, SIZES[side], String(Math.round(seen[side])))
      storage?.setItem(BY_HAND, 'yes')
      dataset.presenterSizes = 'by-hand'
    },
    { capture: true },
  )
}

/** Stores a value, and sends this window the storage event that browsers send to all other windows alone. */
function store(storage: Storage | undefined, key: string, newValue: string) {
  storage?.setItem(key, newValue)
  window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: storage }))
}

function readableStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    // Blocked: sizes set by hand hold until the page is closed.
    return undefined
  }
}
