import type { AnswerStore } from '../../components/composables/answer-store'
import { readStored } from '../../components/composables/stored'
import { debriefId, debriefKind, debriefTexts } from '../../components/exercises/debrief'
import type { AnswerText } from '../../components/exercises/kind'
import { kindOf } from '../../components/exercises/registry'
import { fill } from '../../components/fill'
import { fillPlural } from '../../components/plural'
import { askedLater, laterId } from '../later-questions'
import type { PageData, Part } from '../page-data'
import type { PageExercise } from '../page-exercise'
import { canBeAskedAgain, roundsOf } from '../recall-rounds'

/** One exercise in the document to take home. */
export interface Kept {
  id: string
  title: string
  /** Absent where only open questions were answered. */
  done?: { exercise: PageExercise; answer: unknown }
  texts: AnswerText[]
}

export interface KeptPart {
  /** What the chapter is about: a part, or the questions of later days, which have no colour and no file of a part. */
  part: Pick<Part, 'id' | 'title'> & Partial<Pick<Part, 'accent' | 'file'>>
  kept: Kept[]
  open: string[]
}

/** All that was answered on this device, part by part, and what was not. */
export function gather(page: PageData, store: Pick<AnswerStore, 'entry'>): KeptPart[] {
  return [...page.parts.map(part => keptIn(page, store, part)), ...keptLater(page, store)]
}

function keptIn(page: PageData, store: Pick<AnswerStore, 'entry'>, part: Part): KeptPart {
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
    open: asked.filter(({ id }) => !kept.some(each => each.id === id && each.done)).map(({ title }) => title),
  }
}

/** What was written about the open questions of later days, if anything was. */
function keptLater(page: PageData, store: Pick<AnswerStore, 'entry'>): KeptPart[] {
  const { later, afterDays } = page.labels.takeHome!
  const kept = page.followUp
    .map(each => ({
      id: laterId(each.days),
      title: fillPlural(afterDays, each.days, page),
      texts: written(askedLater(each), store),
    }))
    .filter(({ texts }) => texts.length)
  return kept.length ? [{ part: { id: 'later', title: later }, kept, open: [] }] : []
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
  const texts = [...(answered ? kind.toText(answer, exercise, page) : []), ...written(exercise, store)]
  return answered || texts.length
    ? [{ id: exercise.id, title, ...(answered && { done: { exercise, answer } }), texts }]
    : []
}

/** What was written about open questions: those that follow an exercise, or those of a later day. */
function written(asked: Pick<PageExercise, 'id' | 'debrief'>, store: Pick<AnswerStore, 'entry'>): AnswerText[] {
  const stored = store.entry(debriefId(asked.id)).value
  const answer = stored && debriefKind.read(stored.answer, stored.version, asked)
  return answer ? debriefTexts(answer, asked) : []
}
