import { checkPicture } from '../../components/findings/check'
import type { Records } from '../records'
import { yamlOf } from './locate'

/** The pictures of a part's findings have the numbers that the findings tell; exercises are checked by their kind. */
export function checkFindingPictures(records: Records) {
  for (const module of records.modules) {
    const yaml = yamlOf(records, `${module.folder}/module.yaml`)
    module.evidence.forEach((item, index) =>
      checkPicture(item, ['evidence', index], (path, message, hint) =>
        records.report(yaml.problemAt('evidence/picture', message, path, hint)),
      ),
    )
  }
}
