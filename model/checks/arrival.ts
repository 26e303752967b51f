import type { Records } from '../records'
import { isArrival } from '../schedule'
import { yamlOf } from './locate'

/** What people do while they arrive comes first of all, since it is over when the workshop begins. */
export function checkArrival(records: Records) {
  let begun = false
  for (const module of records.modules)
    module.activities.forEach((activity, index) => {
      if (isArrival(activity) && begun)
        records.report(
          yamlOf(records, `${module.folder}/module.yaml`).problemAt(
            'module/arrival',
            'Expected what people do while they arrive before everything else, found it after an activity.',
            ['activities', index, 'arrival'],
            'move it to the top of the first module, or remove "arrival: true".',
          ),
        )
      begun ||= !isArrival(activity)
    })
}
