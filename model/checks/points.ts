import type { Records } from '../records'
import type { Slide } from '../slides'
import { yamlOf } from './locate'

/** Every key point is made once, in one record, and stands on a slide of its module. */
export function checkPoints(records: Records, slides: Slide[] | undefined) {
  const homes = new Map<string, string>()
  for (const module of records.modules) {
    const shown = slides?.filter(slide => slide.module === module.id).flatMap(slide => slide.points)
    module.keyPoints.forEach(({ key }, index) => {
      const complain = (message: string, hint: string) =>
        records.report(
          yamlOf(records, `${module.folder}/module.yaml`).problemAt(
            'module/keyPoints',
            message,
            ['keyPoints', index, 'key'],
            hint,
          ),
        )
      if (homes.has(key))
        complain(
          `Expected each key point once, found "${key}" in ${homes.get(key)} too.`,
          'give one of the two another key, or make the point in one place.',
        )
      else if (shown && !shown.includes(key))
        complain(
          `Expected a slide that shows the key point "${key}", found none.`,
          `add it to the "points:" of a slide in ${module.folder}/slides.md.`,
        )
      homes.set(key, module.id)
    })
  }
}
