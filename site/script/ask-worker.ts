import type { FromWorker, Kept, ToWorker } from '../offline/messages'

/** A worker that runs sends a message more often than every so many milliseconds. */
const SILENCE = 20_000

/**
 * Asks the worker for something that it answers with a `Kept`. A browser may end a worker in the middle of its work,
 * without an event: a long time without a message counts as a failure.
 */
export function askWorker(
  worker: Pick<ServiceWorker, 'postMessage'> | null,
  message: ToWorker,
  silence = SILENCE,
): Promise<Kept> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(resolve => {
    let timer: ReturnType<typeof setTimeout>
    const end = (answer: Kept) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => end({ kept: false, failed: true }), silence)
    }
    port1.onmessage = ({ data }) => {
      const said = data as FromWorker
      if ('kept' in said) end(said)
      else wait()
    }
    wait()
    worker?.postMessage(message, [port2])
  })
}
