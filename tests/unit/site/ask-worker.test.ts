import { describe, expect, it } from 'vitest'

import type { FromWorker, Kept } from '../../../site/offline/messages'
import { askWorker } from '../../../site/script/ask-worker'

/** Long for a message from here to there, and short for a test. */
const SILENCE = 200

/** A worker that says these things, so many milliseconds apart, and then no more. */
const workerThat = (...answers: FromWorker[]) => ({
  postMessage: (_: unknown, transfer?: unknown) => {
    const [port] = transfer as [MessagePort]
    answers.forEach((answer, index) => setTimeout(() => port.postMessage(answer), index * 0.75 * SILENCE))
  },
})
const ask = (worker: ReturnType<typeof workerThat> | null): Promise<Kept> =>
  askWorker(worker as unknown as ServiceWorker, { type: 'keep-extras' }, SILENCE)

describe('what a page asks its worker', () => {
  it('gets the worker’s answer', async () => {
    expect(await ask(workerThat({ kept: true }))).toEqual({ kept: true })
  })

  it('waits for as long as the worker says that it is at work', async () => {
    const working: FromWorker = { working: true }
    expect(await ask(workerThat(working, working, working, { kept: true }))).toEqual({ kept: true })
  })

  it('has failed when the worker falls silent, at once or in the middle of its work, and when there is none', async () => {
    const failed = { kept: false, failed: true }
    expect(await ask(workerThat())).toEqual(failed)
    expect(await ask(workerThat({ working: true }))).toEqual(failed)
    expect(await ask(null)).toEqual(failed)
  })
})
