import { createHash } from 'node:crypto'

import { citedKeys } from '../components/text/cited'
import type { LearnerWorkshop } from '../model/views'
import type { ExerciseRecord } from './page-exercise'
import { withoutSaid } from './page-exercise'
import { firstAsked } from './recall-rounds'

/** A record as a file beside the pages; its name says what is in it. */
export interface RecordFile {
  file: string
  json: string
}

/** An exercise with its words and sources: what a page fetches when somebody comes near. */
export function recordOf(workshop: LearnerWorkshop, id: string): ExerciseRecord {
  const exercise = withoutSaid(firstAsked(workshop.exercises[id]!))
  return {
    exercise,
    labels: { [exercise.kind]: workshop.labels[exercise.kind] },
    references: Object.fromEntries(
      citedKeys(exercise, workshop.references).map(key => [key, workshop.references[key]!]),
    ),
  }
}

export function recordFile(workshop: LearnerWorkshop, id: string): RecordFile {
  const json = JSON.stringify(recordOf(workshop, id))
  return { file: `assets/${id}-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`, json }
}
