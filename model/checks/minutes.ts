import { RECORD_FILES } from '../content-paths'
import type { Records } from '../records'
import { totalMinutes } from '../schedule'
import { yamlOf } from './locate'

/** The activities must fill the workshop's length: a facilitator's clock has no give. */
export function checkMinutes(records: Records) {
  const total = totalMinutes(records.modules)
  const { length } = records.workshop
  if (total !== length) {
    const off = Math.abs(total - length)
    const minutesOf = (module: Records['modules'][number]) => `${module.id} ${totalMinutes([module])}`
    records.report(
      yamlOf(records, RECORD_FILES.workshop).problemAt(
        'workshop/length',
        `Expected activities that add up to ${length} minutes, found ${total}: ` +
          `${records.modules.map(minutesOf).join(', ')}.`,
        ['length'],
        total > length
          ? `take ${off} minute${off === 1 ? '' : 's'} out of a module's activities, or lengthen the workshop.`
          : `give ${off} minute${off === 1 ? '' : 's'} more to a module's activities, or shorten the workshop.`,
      ),
    )
  }
}
