import { activityTitle, isSpare, namedActivity } from '../activities'
import { didYouMean, isLikelyTypoOf } from '../nearest'
import type { Records } from '../records'
import type { Activity } from '../schedule'
import { exerciseOf, exercisesInRoom } from '../schedule'
import type { Slide } from '../slides'
import type { Module } from '../workshop'
import { reportOnSlide, yamlOf } from './locate'

/** Every slide belongs to an activity of its module, in the order of the activities, and none lacks its slide. */
export function checkActivities(records: Records, slides: readonly Slide[]) {
  // Of a talk or an exercise that stands twice, no slide says which it begins; it is reported where it stands.
  for (const module of records.modules.filter(each => !hasTwice(each))) {
    const own = slides.filter(slide => slide.part === module.id && !isSpare(slide))
    checkOrder(records, module, own)
    module.activities.forEach((activity, index) => {
      if (!own.some(slide => slide.activity === index) && !isReportedElsewhere(records, module, activity, own))
        expectSlide(records, module, activity, index)
    })
  }
}

function checkOrder(records: Records, module: Module, slides: readonly Slide[]) {
  let last = -1
  for (const slide of slides) {
    const index = namedActivity(slide, module, last)
    if (index === -1) refuseName(records, module, slide)
    else if (index !== undefined && index < last)
      reportOnSlide(
        records,
        slide,
        slide.exercise ?? `activity: ${slide.talk}`,
        'slide/activity',
        `Expected the slides in the order of the activities, found one of ${named(records, module, index)} after ` +
          `${named(records, module, last)}.`,
        `move the slide, or reorder \`activities:\` in ${module.folder}/module.yaml.`,
      )
    else if (index !== undefined) last = index
  }
}

const named = (records: Records, module: Module, index: number) =>
  `“${activityTitle(module.activities[index]!, { ...records, labels: records.workshop.labels })}”`

/** A slide that names what its module does not have. */
function refuseName(records: Records, module: Module, slide: Slide) {
  const yaml = `${module.folder}/module.yaml`
  if (slide.talk !== undefined)
    reportOnSlide(
      records,
      slide,
      `activity: ${slide.talk}`,
      'slide/activity',
      `Expected the id of a talk of this module, found "${slide.talk}".`,
      didYouMean(slide.talk, talks(module)),
    )
  else if (slide.layout === 'break')
    reportOnSlide(
      records,
      slide,
      'break',
      'slide/layout',
      `Expected a break among the activities of "${module.id}" for this slide, found none that has no slide yet.`,
      `add "- break: …" with its minutes to ${yaml}, or remove the slide.`,
    )
  else {
    const home = records.modules.find(each => each.activities.some(activity => exerciseOf(activity) === slide.exercise))
    // An exercise that stands in no module's activities is a problem of its own file.
    if (home && !meant(records, module).includes(slide.exercise!))
      reportOnSlide(
        records,
        slide,
        slide.exercise!,
        'slide/exercise',
        `Expected an exercise that is an activity of "${module.id}", found "${slide.exercise}", which is one of ` +
          `"${home.id}".`,
        `move the slide to ${home.folder}/slides.md, or the activity to ${yaml}.`,
      )
  }
}

function expectSlide(records: Records, module: Module, activity: Activity, index: number) {
  const field = 'talk' in activity ? 'talk' : 'debrief' in activity ? 'debrief' : 'break'
  const how =
    'talk' in activity
      ? `add "activity: ${activity.id}" to the frontmatter of its first slide`
      : 'debrief' in activity
        ? `add a slide with "layout: debrief" and "exercise: ${activity.debrief}"`
        : 'add a slide with "layout: break"'
  records.report(
    yamlOf(records, `${module.folder}/module.yaml`).problemAt(
      `module/${field}`,
      `Expected a slide that begins ${named(records, module, index)}, found none.`,
      ['activities', index, 'talk' in activity ? 'id' : field],
      `${how} in ${module.folder}/slides.md.`,
    ),
  )
}

/** Whether a slide is missing because of a problem that is reported at its own place. */
function isReportedElsewhere(records: Records, module: Module, activity: Activity, slides: readonly Slide[]): boolean {
  if ('buffer' in activity || 'exercise' in activity) return true
  if ('talk' in activity)
    return slides.some(({ talk }) => talk !== undefined && isLikelyTypoOf(talk, activity.id, talks(module)))
  const ids = Object.keys(records.exercises)
  return (
    'debrief' in activity &&
    (!ids.includes(activity.debrief) ||
      slides.some(({ exercise }) => exercise && isLikelyTypoOf(exercise, activity.debrief, ids)))
  )
}

function hasTwice(module: Module): boolean {
  return [talks(module), exercisesInRoom(module)].some(ids => new Set(ids).size < ids.length)
}

const talks = ({ activities }: Module) => activities.flatMap(each => ('talk' in each ? [each.id] : []))

/** The exercises that the misspelt ids of a module's activities most likely mean. */
function meant({ exercises }: Records, { activities }: Module): string[] {
  const ids = Object.keys(exercises)
  return ids.filter(id => activities.some(each => isLikelyTypoOf(exerciseOf(each) ?? '', id, ids)))
}
