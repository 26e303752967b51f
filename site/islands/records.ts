import type { PageData } from '../page-data'
import type { ExerciseRecord, PageExercise } from '../page-exercise'

/**
 * Fetches an exercise of the page with its words and sources; from then on the page has them.
 * @throws when it cannot be fetched: the page's notice then says so, and the next call tries again
 */
export async function loadRecord(page: PageData, id: string): Promise<PageExercise> {
  const known = page.exercises[id]
  if (known) return known
  try {
    const { exercise, labels, references } = await fetchRecord(page.asked[id]!.record)
    Object.assign(page.labels, labels)
    Object.assign(page.references, references)
    return (page.exercises[id] ??= exercise)
  } catch (error) {
    // As Vite says it of a script that did not come.
    dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
    throw error
  }
}

/**
 * What the worker keeps is read without it: in Chromium, a worker that was asked for a record gave way to a new version
 * no more (tests/browser/site-updates.test.ts).
 */
async function fetchRecord(file: string): Promise<ExerciseRecord> {
  const address = new URL(file, document.baseURI).href
  const response = (await keptFile(address)) ?? (await fetch(address))
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return (await response.json()) as ExerciseRecord
}

async function keptFile(address: string): Promise<Response | undefined> {
  try {
    return await caches.match(address)
  } catch {
    // Where storage is blocked, or the page came by plain HTTP, nothing is kept.
    return undefined
  }
}
