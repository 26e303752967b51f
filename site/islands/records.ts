import type { PageData } from '../page-data'
import type { ExerciseRecord, PageExercise } from '../page-exercise'

/**
 * Fetches an exercise of the page with its words and sources; from then on the page has them. Records are scripts: with
 * `fetch()`, a worker of Chromium gave way to a new version no more once another tab was open.
 * @throws when it cannot be fetched: the page's notice then says so
 */
export async function loadRecord(page: PageData, id: string): Promise<PageExercise> {
  const known = page.exercises[id]
  if (known) return known
  try {
    const address = new URL(page.asked[id]!.record, document.baseURI).href
    const { exercise, labels, references } = ((await import(/* @vite-ignore */ address)) as { default: ExerciseRecord })
      .default
    Object.assign(page.labels, labels)
    Object.assign(page.references, references)
    page.exercises[id] = exercise
    return exercise
  } catch (error) {
    // As Vite says it of a script that did not come.
    dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
    throw error
  }
}
