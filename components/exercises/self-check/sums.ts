import { fill } from '../../fill'
import type { WorkshopContext } from '../../workshop-context'
import { titleOf } from './profile'
import type { SelfCheckOnPaper } from './schema'

/** One sum of the key on paper: the numbers of the statements that are added up, as the worksheet has them. */
export interface Sum {
  module: string
  /** What the sum is called: “Mistake 1”, or the title of a part that is no mistake. */
  name: string
  places: { n: number; isTurned: boolean }[]
}

/** The key by which a self-check is counted with a pen: the same sums as `profileOf` makes. */
export function sumsOf(
  { statements, reveal }: Pick<SelfCheckOnPaper, 'statements' | 'reveal'>,
  { modules, labels }: Pick<WorkshopContext, 'modules' | 'labels'>,
): Sum[] {
  return reveal.profile.map(({ module, statements: counted, reversed }) => {
    const mistake = modules.find(({ id }) => id === module)?.mistake
    return {
      module,
      name: mistake ? fill(labels.common.mistake, { n: mistake }) : titleOf(module, modules),
      places: counted.map(id => ({
        n: statements.findIndex(statement => statement.id === id) + 1,
        isTurned: reversed.includes(id),
      })),
    }
  })
}

/** A sum as it is written: “1 + 5* + 9”, where a star means that the number is turned round first. */
export function sumInWords({ places }: Sum, labels: { turned: string }): string {
  return places.map(({ n, isTurned }) => (isTurned ? fill(labels.turned, { n }) : String(n))).join(' + ')
}
