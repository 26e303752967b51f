import type { OpenExercise } from './exercise'
import type { AnswerText, Kind } from './kind'
import { isRecord, readTexts } from './kind'

/** What somebody alone wrote about the debrief questions of an exercise. */
export interface DebriefAnswer {
  /** By the ids of the questions. */
  words: Record<string, string>
  /** Ids of the questions whose answer was asked for. */
  compared: string[]
}

type Asked = Pick<OpenExercise, 'debrief'>

/** The name under which it is kept, beside the answer to the exercise: no exercise can have it. */
export const debriefId = (exercise: string) => `${exercise}/debrief`

/** It belongs to exercises of every kind and is none itself: no room counts it, and no progress hangs on it. */
export const debriefKind: Pick<Kind<Asked, DebriefAnswer>, 'version' | 'empty' | 'read' | 'progress'> = {
  version: 1,
  empty: () => ({ words: {}, compared: [] }),
  read(json, _version, { debrief }) {
    if (!isRecord(json)) return undefined
    const ids = debrief.map(({ id }) => id)
    const compared: readonly unknown[] = Array.isArray(json.compared) ? json.compared : []
    return { words: readTexts(json.words, ids), compared: ids.filter(id => compared.includes(id)) }
  },
  progress(answer, { debrief }) {
    const written = debrief.filter(({ id }) => answer.words[id]?.trim()).length
    if (written === debrief.length) return 'done'
    return written || answer.compared.length ? 'some' : 'none'
  },
}

export const askAlone = ({ ask, alone }: OpenExercise['debrief'][number]) => alone ?? ask

/** One's own words, question by question; nothing for what was left open. */
export const debriefTexts = ({ words }: DebriefAnswer, { debrief }: Asked): AnswerText[] =>
  debrief
    .map(question => ({ ask: askAlone(question), text: (words[question.id] ?? '').trim() }))
    .filter(({ text }) => text)
