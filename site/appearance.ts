import { onStorageChange } from '../components/composables/storage-changes'

/** A reader's settings: the size of the text, and the colours. */
export interface Appearance {
  size: number
  colours: (typeof COLOURS)[number]
}

export const COLOURS = ['device', 'light', 'dark'] as const
/** Steps of the text's size, in percent; frame.css has the same. */
export const SIZES = [100, 115, 130, 150, 175, 200] as const

const keyOf = (workshop: string) => `${workshop}:appearance`

export function readAppearance(workshop: string, storage: Pick<Storage, 'getItem'> | undefined): Appearance {
  try {
    const kept = JSON.parse(storage?.getItem(keyOf(workshop)) ?? 'null') as Partial<Appearance> | null
    return {
      size: Number.isInteger(kept?.size) && SIZES[kept!.size!] !== undefined ? kept!.size! : 0,
      colours: COLOURS.find(each => each === kept?.colours) ?? 'device',
    }
  } catch {
    return { size: 0, colours: 'device' }
  }
}

/**
 * Changes one setting. The others are read first, because another window may have changed them since this page was
 * opened.
 * @param shown what holds on this page, for browsers that store nothing
 * @returns all settings, as they hold now
 */
export function changeAppearance(
  workshop: string,
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  shown: Appearance,
  part: Partial<Appearance>,
): Appearance {
  const appearance = { ...(isStored(workshop, storage) ? readAppearance(workshop, storage) : shown), ...part }
  try {
    storage?.setItem(keyOf(workshop), JSON.stringify(appearance))
  } catch {
    // Blocked or full: it then holds for this page.
  }
  return appearance
}

/**
 * Calls back after the settings were changed or deleted by another window, or while the page was in the
 * back/forward cache.
 */
export function onAppearanceChange(workshop: string, hear: () => void) {
  onStorageChange(key => {
    if (key === null || key === keyOf(workshop)) hear()
  })
}

function isStored(workshop: string, storage: Pick<Storage, 'getItem'> | undefined): boolean {
  try {
    return typeof storage?.getItem(keyOf(workshop)) === 'string'
  } catch {
    return false
  }
}

/** What holds on a page right now, kept or not. */
export function appearanceOf({ dataset, classList }: HTMLElement): Appearance {
  return {
    size: Number(dataset.size ?? 0),
    colours: classList.contains('dark') ? 'dark' : classList.contains('light') ? 'light' : 'device',
  }
}

export function applyAppearance(root: HTMLElement, { size, colours }: Appearance) {
  root.dataset.size = String(size)
  root.classList.toggle('dark', colours === 'dark')
  root.classList.toggle('light', colours === 'light')
}
