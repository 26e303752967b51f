import type { AnswerStore } from '../../components/composables/answer-store'
import { readStored } from '../../components/composables/stored'
import { debriefId, debriefKind, debriefTexts } from '../../components/exercises/debrief'
import type { AnswerText } from '../../components/exercises/kind'
import { kindOf } from '../../components/exercises/registry'
import { fill } from '../../components/fill'
import type { PageData, Part } from '../page-data'
import type { PageExercise } from '../page-exercise'
import { canBeAskedAgain, roundsOf } from '../rounds'

/** One exercise in the document to take home. */
export interface Kept {
  id: string
  title: string
  exercise: PageExercise
  /** Absent where only the questions afterwards were answered. */
  answer?: unknown
  texts: AnswerText[]
}

export interface KeptPart {
  part: Part
  kept: Kept[]
  open: string[]
}

/** All that was answered on this device, part by part, and what was not. */
export function gather(page: PageData, store: Pick<AnswerStore, 'entry'>): KeptPart[] {
  return page.parts.map(part => {
    const asked = part.exercises.map(id => page.exercises[id]!)
    const kept = asked.flatMap(exercise => [
      ...keptOf(page, store, exercise, exercise.title),
      ...roundsIn(exercise, store).flatMap(round =>
        keptOf(
          page,
          store,
          round.exercise,
          `${exercise.title} (${fill(page.labels.takeHome!.round, { n: round.number })})`,
        ),
      ),
    ])
    return {
      part,
      kept,
      open: asked.filter(({ id }) => !kept.some(each => each.id === id && 'answer' in each)).map(({ title }) => title),
    }
  })
}

function roundsIn(exercise: PageExercise, store: Pick<AnswerStore, 'entry'>) {
  if (!canBeAskedAgain(exercise)) return []
  const { done, now } = roundsOf(exercise, store)
  return now ? [...done, now] : done
}

function keptOf(page: PageData, store: Pick<AnswerStore, 'entry'>, exercise: PageExercise, title: string): Kept[] {
  const answer = readStored(store.entry(exercise.id).value, exercise)
  const kind = kindOf(exercise.kind)
  const answered = answer !== undefined && kind.progress(answer, exercise) !== 'none'
  const texts = [...(answered ? kind.toText(answer, exercise, page) : []), ...afterwards(exercise, store)]
  return answered || texts.length ? [{ id: exercise.id, title, exercise, ...(answered && { answer }), texts }] : []
}

/** What was written about the questions that follow the exercise. */
function afterwards(exercise: PageExercise, store: Pick<AnswerStore, 'entry'>): AnswerText[] {
  const stored = store.entry(debriefId(exercise.id)).value
  const answer = stored && debriefKind.read(stored.answer, stored.version, exercise)
  return answer ? debriefTexts(answer, exercise) : []
}
