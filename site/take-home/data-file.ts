import { ANSWER_FORMAT, ANSWER_VERSION, answerFile } from '../../components/composables/answer-file'
import type { StoredAnswer } from '../../components/composables/answer-store'
import { debriefId, debriefKind } from '../../components/exercises/debrief'
import { isRecord } from '../../components/exercises/kind'
import { kindOf } from '../../components/exercises/registry'
import { hasOwn } from '../../components/has-own'
import { askedLater, laterId } from '../later-questions'
import type { PageData } from '../page-data'
import type { PageExercise } from '../page-exercise'
import { DATES, datesKind } from '../recall-dates'
import { canBeAskedAgain, roundId } from '../recall-rounds'

/** Ten times the bytes that every field of every exercise takes when it is filled to its end. */
export const LARGEST = 2_000_000
const MOST_ROUNDS = 100

export type Fault = 'loadNotJson' | 'loadOther' | 'loadOtherWorkshop' | 'loadNewer' | 'loadTooLarge' | 'loadEmpty'
export type ReadFile = { fault: Fault } | { answers: Record<string, StoredAnswer>; leftOut: string[] }
type Pages = Pick<PageData, 'id' | 'exercises' | 'followUp'>

/** @param saved the day, as 2031-04-09 */
export function writeAnswers(
  { id, exercises, followUp }: Pages,
  entryOf: (id: string) => StoredAnswer | undefined,
  saved: string,
): string {
  const answers = Object.fromEntries(
    Object.keys(exercises)
      .flatMap(exercise => idsFor(exercises, exercise, entryOf))
      .concat([DATES, ...followUp.map(({ days }) => debriefId(laterId(days)))].filter(each => entryOf(each)))
      .map(each => [each, entryOf(each)!]),
  )
  return answerFile(id, answers, saved)
}

/** The exercise itself, if it was answered, the questions afterwards, and the rounds in which it was asked again. */
function idsFor(
  exercises: Pages['exercises'],
  exercise: string,
  entryOf: (id: string) => StoredAnswer | undefined,
): string[] {
  const ids = [exercise, debriefId(exercise)].filter(id => entryOf(id))
  for (
    let round = 1;
    canBeAskedAgain(exercises[exercise]!) && round <= MOST_ROUNDS && entryOf(roundId(exercise, round));
    round++
  )
    ids.push(roundId(exercise, round))
  return ids
}

/**
 * Reads a file that was chosen as saved answers; all of it is validated. Answers that their kind cannot
 * read are left out and named; whatever is not an answer is passed over.
 */
export function readAnswers(page: Pages, text: string): ReadFile {
  if (text.length > LARGEST) return { fault: 'loadTooLarge' }
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { fault: 'loadNotJson' }
  }
  if (!isRecord(file) || file.format !== ANSWER_FORMAT || typeof file.version !== 'number' || !isRecord(file.answers))
    return { fault: 'loadOther' }
  if (file.workshop !== page.id) return { fault: 'loadOtherWorkshop' }
  if (file.version > ANSWER_VERSION) return { fault: 'loadNewer' }
  const answers: Record<string, StoredAnswer> = {}
  const leftOut: string[] = []
  for (const [key, given] of Object.entries(file.answers)) {
    const stored = readEntry(page, key, given)
    if (stored === 'newer') return { fault: 'loadNewer' }
    if (stored) answers[key] = stored
    else leftOut.push(titleOf(page, key))
  }
  return Object.keys(answers).length ? { answers, leftOut } : { fault: 'loadEmpty' }
}

function readEntry(page: Pages, key: string, given: unknown): StoredAnswer | 'newer' | undefined {
  if (key === DATES) return readDates(given)
  if (!isRecord(given) || typeof given.version !== 'number') return undefined
  const { answer, version } = given
  const about = openQuestions(page, key)
  if (about) return readAs(debriefKind.version, version, () => debriefKind.read(answer, version, about))
  const exercise = exerciseOf(page, key)
  if (!exercise) return undefined
  const kind = kindOf(exercise.kind)
  return readAs(kind.version, version, () => kind.read(answer, version, exercise))
}

/**
 * What is kept is what was understood, in today's shape: nothing else of the file gets any further.
 * @param known the version that these pages write
 * @param given the version in the file
 */
function readAs(known: number, given: number, read: () => unknown): StoredAnswer | 'newer' | undefined {
  if (given > known) return 'newer'
  const answer = read()
  return answer === undefined ? undefined : { version: known, answer }
}

/** The day from which the rounds of recall are counted. */
function readDates(given: unknown): StoredAnswer | 'newer' | undefined {
  if (!isRecord(given) || typeof given.version !== 'number') return undefined
  return readAs(datesKind.version, given.version, () => datesKind.read(given.answer))
}

const AFTER = debriefId('')

type OpenQuestions = Pick<PageExercise, 'id' | 'debrief'> & { title?: string }

/** The open questions that are answered under a key: those after an exercise, or those of a later day. */
function openQuestions({ exercises, followUp }: Pages, key: string): OpenQuestions | undefined {
  if (!key.endsWith(AFTER)) return undefined
  const id = key.slice(0, -AFTER.length)
  const later = followUp.find(({ days }) => laterId(days) === id)
  return later ? askedLater(later) : hasOwn(exercises, id) ? exercises[id] : undefined
}

/** The exercise that is answered under a key, the first time or in a round. */
function exerciseOf({ exercises }: Pages, key: string) {
  const [id = '', round] = key.split('/round-')
  const exercise = hasOwn(exercises, id) ? exercises[id]! : undefined
  if (round === undefined) return exercise
  return exercise && canBeAskedAgain(exercise) && /^[1-9]\d?$/.test(round) ? exercise : undefined
}

/** A key that no exercise has is free text: invisible characters, and those that turn a line around, are left out. */
function titleOf(page: Pages, key: string): string {
  const about = exerciseOf(page, key) ?? openQuestions(page, key)
  return about?.title ?? [...key.replace(/\p{C}/gu, ' ')].slice(0, 40).join('')
}
