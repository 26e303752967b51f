import type { About } from './pdf/finish'
import process from 'node:process'
import { pageNumbers } from './page-numbers'
import { finish } from './pdf/finish'
import { readPages, withReader } from './pdf/read-pages'

export type Question = { task: 'pageNumbers', bytes: Uint8Array } | { task: 'finish', bytes: Uint8Array, about: About }
export interface Answer { number: number, value?: unknown, error?: Error }

process.on('message', async ({ number, ...question }: Question & { number: number }) => {
  const answer = (rest: Omit<Answer, 'number'>) => process.send!({ number, ...rest })
  try {
    answer({ value: await work(question) })
  }
  catch (error) {
    answer({ error: error as Error })
  }
})
// Nobody is left to work for.
process.on('disconnect', () => process.exit())

async function work(question: Question) {
  if (question.task === 'pageNumbers')
    return pageNumbers(question.bytes)
  const bytes = await finish(question.bytes, question.about)
  return { bytes, pages: await withReader(bytes, readPages) }
}
