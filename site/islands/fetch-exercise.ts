import type { PageData } from '../page-data'
import type { ExerciseRecord, PageExercise } from '../page-exercise'

const fetched = new Map<string, Promise<PageExercise>>()

/**
 * Fetches an exercise of the page with its words and sources, once; from then on the page has them.
 * @throws when it cannot be fetched: the page's notice then says so, and the next call tries again
 */
export function fetchExercise(page: PageData, id: string): Promise<PageExercise> {
  const known = fetched.get(id)
  if (known) return known
  const record = requestRecord(page.asked[id]!.record).then(({ exercise, labels, references }) => {
    Object.assign(page.labels, labels)
    Object.assign(page.references, references)
    page.exercises[id] = exercise
    return exercise
  })
  fetched.set(id, record)
  record.catch(() => {
    fetched.delete(id)
    // As Vite says it of a script that did not come.
    dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
  })
  return record
}

async function requestRecord(file: string): Promise<ExerciseRecord> {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return (await response.json()) as ExerciseRecord
}
