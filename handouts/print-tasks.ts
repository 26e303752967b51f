import { finish } from './pdf/finish'
import { pageNumbers } from './pdf/page-numbers'
import { renderAnswerSheet, renderCueCard, renderGuide, renderSheet, renderWorkbook } from './templates'

/** What is done beside the process that drives the browser; see press.ts. */
const tasks = { renderSheet, renderWorkbook, renderAnswerSheet, renderGuide, renderCueCard, pageNumbers, finish }

export type Tasks = typeof tasks
export interface Call<K extends keyof Tasks = keyof Tasks> {
  task: K
  given: Parameters<Tasks[K]>
}

export default function work({ task, given }: Call): unknown {
  return (tasks[task] as (...given: unknown[]) => unknown)(...given)
}
