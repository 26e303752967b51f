import { isSpare } from '../activities'
import { isLikelyTypoOf } from '../nearest'
import type { Records } from '../records'
import type { Exercise } from '../schemas/exercise'
import type { SlideRole } from '../schemas/script'
import { SLIDE_ROLES } from '../schemas/script'
import type { Slide } from '../slides'
import { reportOnSlide, scriptFile, yamlOfExercise } from './locate'

const FRONTMATTER: Record<SlideRole, (id: string) => string> = {
  ask: id => `"layout: exercise", "exercise: ${id}" and "role: ask"`,
  results: id => `"layout: exercise", "exercise: ${id}" and "role: results"`,
  debrief: id => `"layout: debrief" and "exercise: ${id}"`,
}

/**
 * An exercise has one slide that asks it, and its script has lines for each of its slides and for no other. One for
 * home may have slides, too: after those of the plan, for a room that has time to spare.
 */
export function checkScripts(records: Records, slides: readonly Slide[]) {
  const planEnds = slides.findLastIndex(slide => !isSpare(slide))
  const ids = Object.keys(records.exercises)
  const misspelt = (id: string) => slides.some(slide => slide.exercise && isLikelyTypoOf(slide.exercise, id, ids))
  for (const exercise of Object.values(records.exercises)) {
    const own = slides.filter(slide => slide.exercise === exercise.id)
    if (exercise.minutesAtHome !== undefined) {
      own.filter(slide => slides.indexOf(slide) < planEnds).forEach(slide => refuseInPlan(records, slide))
      if (own.length === 0) continue
    }
    const isAsked = own.some(({ role }) => role === 'ask')
    for (const role of SLIDE_ROLES) {
      const shown = own.filter(slide => slide.role === role)
      if (shown.length === 0 && !misspelt(exercise.id)) expectSlide(records, exercise, role)
      shown.slice(1).forEach(slide => refuseSecond(records, slide, shown[0]!))
      // A slide with the wrong role is a problem once: the slide that asks is the one that is missing.
      if (shown[0] && isAsked && !exercise.facilitator.script[role]) expectLines(records, exercise, role, shown[0])
    }
  }
}

function expectSlide(records: Records, exercise: Exercise, role: SlideRole) {
  const { id } = exercise
  const isForHome = exercise.minutesAtHome !== undefined
  if (role === 'ask')
    records.report(
      yamlOfExercise(records, exercise).problem(
        'exercise/slide',
        `Expected one slide that asks "${id}", found none.`,
        { line: 1, column: 1 },
        `add a slide with ${FRONTMATTER.ask(id)}${isForHome ? ', at the end of slides.md' : ''}.`,
      ),
    )
  // Lines that a repeat takes over are those of the first exercise's slides, and a debrief with minutes of its own
  // lacks its slide as an activity.
  else if (
    exercise.facilitator.script[role] &&
    scriptFile(exercise, records.files).file.endsWith(`/${id}.yaml`) &&
    !(role === 'debrief' && hasDebrief(records, id))
  )
    records.report(
      yamlOfExercise(records, exercise).problemAt(
        'exercise/script',
        `Expected a slide on which the lines under "${role}" are said, found none.`,
        ['facilitator', 'script', role],
        `add a slide with ${FRONTMATTER[role](id)}, or move the lines to a role that has one.`,
        true,
      ),
    )
}

const hasDebrief = ({ modules }: Records, id: string) =>
  modules.some(({ activities }) => activities.some(activity => 'debrief' in activity && activity.debrief === id))

/** Among the slides of the plan it would be passed over in haste by a room without time to spare. */
function refuseInPlan(records: Records, slide: Slide) {
  reportOnSlide(
    records,
    slide,
    slide.exercise!,
    'slide/exercise',
    `Expected an exercise of the plan on this slide, found "${slide.exercise}", which is for home.`,
    'move the slide to the end of slides.md, for a room that has time to spare, or give the exercise an activity ' +
      'instead of `minutesAtHome`.',
  )
}

function refuseSecond(records: Records, slide: Slide, first: Slide) {
  const { exercise, role } = slide
  const what = {
    ask: `asks "${exercise}"`,
    results: `has the results of "${exercise}"`,
    debrief: `debriefs "${exercise}"`,
  }
  reportOnSlide(
    records,
    slide,
    exercise!,
    'slide/exercise',
    `Expected one slide that ${what[role!]}, found another at ${first.file}:${first.line}.`,
    role === 'ask'
      ? 'remove one of the two; asking again is an exercise of its own, with `repeats`.'
      : 'remove one of the two: both would have the same notes.',
  )
}

function expectLines(records: Records, exercise: Exercise, role: SlideRole, slide: Slide) {
  const { file } = scriptFile(exercise, records.files)
  reportOnSlide(
    records,
    slide,
    exercise.id,
    'slide/notes',
    `Expected lines for this slide in the script of "${exercise.id}", found none under "${role}".`,
    `write them in ${file} under \`facilitator.script.${role}\`: the notes of this slide come from there.`,
  )
}
