import { mistakesOf } from '../../components/mistakes'
import type { Records } from '../records'
import { yamlOf } from './locate'

/** "Mistake 3 of 5" holds only while the numbers run from 1 to the last one, in running order. */
export function checkMistakes(records: Records) {
  mistakesOf(records.modules).forEach(({ folder, mistake }, index) => {
    if (mistake !== index + 1)
      records.report(
        yamlOf(records, `${folder}/module.yaml`).problemAt(
          'module/mistake',
          `Expected the mistakes to be numbered in running order, this one ${index + 1}, found ${mistake}.`,
          ['mistake'],
          `write "mistake: ${index + 1}", or move the part.`,
        ),
      )
  })
}
