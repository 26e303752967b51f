import type { Grouping } from '../../components/exercises/exercise'
import type { SecondsAloud } from '../../components/exercises/working-time'
import { kinds } from '../kinds'
import type { Exercise } from '../schemas/exercise'
import type { Speech } from './spoken'
import { secondsFor, spokenWords } from './spoken'

/** How many seconds the questions of an exercise take. */
export type SecondsOfKind = (exercise: Exercise, aloud: SecondsAloud) => number

/** Each kind of exercise says it of its own records. */
const secondsOfKind: SecondsOfKind = (exercise, aloud) => kinds[exercise.kind]!.kind.workingSeconds(exercise, aloud)

/** Seconds until a room sits as the exercise wants it, before anybody can begin. */
const TO_SIT: Record<Grouping, number> = { alone: 0, pairs: 30, threes: 30, tables: 30, room: 0 }

/**
 * The seconds that an exercise takes a room, apart from what is said to it: forming groups, and answering.
 * It is planned for people who read its language as their second.
 */
export function workingSeconds(exercise: Exercise, speech: Speech, ofKind: SecondsOfKind = secondsOfKind): number {
  const aloud: SecondsAloud = texts =>
    secondsFor(
      texts.map(text => spokenWords(text, speech.language)).reduce((all, each) => all + each, 0),
      speech,
    )
  return TO_SIT[exercise.grouping] + ofKind(exercise, aloud)
}
