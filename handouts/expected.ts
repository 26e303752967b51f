import type { RichText } from '../components/text/rich-text'
import { citesIn, plainText } from '../components/text/rich-text'
import { noteOf } from '../model/notes'
import { exercisesInRoom } from '../model/schedule'
import type { Exercise } from '../model/schemas/exercise'
import { SLIDE_ROLES } from '../model/schemas/script'
import type { PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'

export interface Expected {
  what: string
  text: string
}

/** What the workbook must still say once it is a PDF. */
export function expectedInWorkbook(workshop: PaperWorkshop): Expected[] {
  return Object.values(workshop.exercises).flatMap(exercise => [
    { what: `exercise ${exercise.id}`, text: exercise.title },
    ...exercise.steps.map(step => ({ what: `exercise ${exercise.id}`, text: plainText(step) })),
  ])
}

/** What the cue card must still say: every cue of the second, every transition, every short answer. */
export function expectedInCueCard({ exercises, modules, guide }: Workshop): Expected[] {
  return [
    ...modules
      .flatMap(exercisesInRoom)
      .flatMap(id => whole(`exercise ${id}`, [exercises[id]!.facilitator.roles.second])),
    ...modules.flatMap(({ id, facilitator }) => whole(`module ${id}`, [facilitator.transition])),
    ...whole(
      'guide.yaml',
      guide.hardQuestions.flatMap(({ inShort }) => (inShort ? [inShort] : [])),
    ),
  ]
}

/** What the guide must still say: every exercise's debrief, every slide's notes and scripts, every key point. */
export function expectedInGuide(workshop: Workshop): Expected[] {
  const shown = new Set(workshop.slides.map(slide => slide.exercise))
  return [
    ...Object.values(workshop.exercises).flatMap(exercise => [
      { what: `exercise ${exercise.id}`, text: exercise.title },
      ...whole(`exercise ${exercise.id}`, [
        ...exercise.facilitator.watchFor,
        ...exercise.debrief.flatMap(({ ask, compare, expect = [] }) => [ask, compare, expect]),
        ...(shown.has(exercise.id) ? [] : scriptOf(exercise)),
      ]),
    ]),
    ...workshop.slides.flatMap(slide =>
      whole(
        `slide ${slide.no}`,
        slide.notes.map(note => note.text),
      ),
    ),
    ...workshop.modules.flatMap(module =>
      whole(
        `module ${module.id}`,
        module.keyPoints.map(({ point }) => point),
      ),
    ),
  ]
}

/** What is said when an exercise that has no slide is done with a room all the same. */
const scriptOf = ({ facilitator: { script } }: Exercise) =>
  SLIDE_ROLES.flatMap(role => (script[role] ?? []).map(line => noteOf(line).text))

/** Texts without citations: these are printed as names, which the plain text leaves out. */
const whole = (what: string, texts: RichText[]) =>
  texts.filter(text => citesIn(text).length === 0).map(text => ({ what, text: plainText(text) }))
