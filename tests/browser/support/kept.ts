import { readFileSync } from 'node:fs'

import type { Download, Page } from 'playwright-chromium'

import type { EnginePage, LocatorOf } from '../../engines/driver'
import { untilHolds } from './until'

/** Until the pages are kept on the device, and this page belongs to the worker that keeps them. */
export async function kept(page: EnginePage) {
  await untilHolds(page, () => navigator.serviceWorker.controller?.state === 'activated', undefined)
}

/** Everything that is kept: the address of each file from the site's own, and how large it is. */
export function keptFiles(page: Page): Promise<{ file: string; bytes: number }[]> {
  return page.evaluate(async () => {
    const scope = (await navigator.serviceWorker.ready).scope
    const found: { file: string; bytes: number }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push({
          file: request.url.slice(scope.length).split('?')[0]!,
          bytes: (await (await cache.match(request))!.arrayBuffer()).byteLength,
        })
    }
    return found
  })
}

/** An exercise on its page, scrolled to, so that it is hydrated. */
export async function hydratedExercise<P extends EnginePage>(page: P, id: string): Promise<LocatorOf<P>> {
  const place = page.locator(`[data-island="exercise"][data-id="${id}"]`) as LocatorOf<P>
  await place.scrollIntoViewIfNeeded()
  await page.locator(`[data-island="exercise"][data-id="${id}"]:not([inert])`).waitFor()
  return place
}

/** Presses a button that saves a file, and reads the file. */
export async function saved(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [download] = (await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])) as [Download, void]
  return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
