import type { Note } from '../notes'
import type { Activity } from '../schedule'
import type { Workshop } from '../workshop'
import { secondsFor, spokenWords } from './spoken'
import type { SecondsOfKind } from './working'
import { workingSeconds } from './working'

/** A line of notes that takes time, with the place it is written at. */
export interface CountedLine extends Pick<Note, 'file' | 'line' | 'wait'> {
  words: number
  /** Seconds, spoken and waited. */
  seconds: number
}

/** The time of one activity, all of it in whole seconds. */
export interface CountedActivity {
  module: string
  /** Its index among the module's activities. */
  index: number
  activity: Activity
  /** The numbers of its slides, in order. */
  slides: number[]
  planned: number
  /** SAY and ASK, at the workshop's pace. */
  spoken: number
  /** The waits that its notes name. */
  waited: number
  /** What the exercise takes to do. */
  working: number
  /** Spoken, waited and working together. */
  counted: number
  /** Its notes that take time, the longest first. */
  lines: CountedLine[]
}

type Counted = Pick<Workshop, 'modules' | 'exercises' | 'slides' | 'pace' | 'language'>

/**
 * Counts the minutes of every activity, in running order: an activity holds when it counts no more than is planned.
 * @param ofKind the seconds that the questions of an exercise take
 */
export function countActivities(workshop: Counted, ofKind?: SecondsOfKind): CountedActivity[] {
  return workshop.modules.flatMap(module =>
    module.activities.map((activity, index) => {
      const slides = workshop.slides.filter(slide => slide.part === module.id && slide.activity === index)
      const lines = slides.flatMap(({ notes }) => notes.map(note => countLine(note, workshop)))
      const words = sum(lines.map(line => line.words))
      const spoken = secondsFor(words, workshop)
      const waited = sum(lines.map(line => line.wait ?? 0))
      const exercise = 'exercise' in activity ? workshop.exercises[activity.exercise] : undefined
      const working = exercise ? workingSeconds(exercise, workshop, ofKind) : 0
      return {
        module: module.id,
        index,
        activity,
        slides: slides.map(({ no }) => no),
        planned: activity.minutes * 60,
        spoken,
        waited,
        working,
        counted: spoken + waited + working,
        lines: lines.filter(line => line.seconds > 0).toSorted((a, b) => b.seconds - a.seconds),
      }
    }),
  )
}

export const isOver = ({ planned, counted }: CountedActivity) => counted > planned

function countLine({ kind, text, wait, file, line }: Note, speech: Counted): CountedLine {
  const words = kind === 'do' ? 0 : spokenWords(text, speech.language)
  const seconds = secondsFor(words, speech) + (wait ?? 0)
  return { file, line, words, seconds, ...(wait !== undefined && { wait }) }
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
