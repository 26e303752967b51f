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

async function fetchRecord(file: string): Promise<ExerciseRecord> {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return (await response.json()) as ExerciseRecord
}
