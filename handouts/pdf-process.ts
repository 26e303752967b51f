import type { PageNumbers } from './page-numbers'
import type { About } from './pdf/finish'
import type { ReadPage } from './pdf/read-pages'
import type { Answer, Question } from './pdf-process-child'
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface Printed { bytes: Uint8Array, pages: ReadPage[] }

/** Reads and mends PDFs beside this process, so that the next document is laid out meanwhile. */
export interface PdfProcess {
  pageNumbers: (bytes: Uint8Array) => Promise<PageNumbers>
  /** A PDF of Chromium's, finished, and what a reader then finds on its pages. */
  finish: (bytes: Uint8Array, about: About) => Promise<Printed>
  close: () => void
}

/** It loads its libraries at once, while the caller does something else. A thread would do, if tsx read TypeScript in one. */
export function startPdfProcess(): PdfProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(fileURLToPath(new URL('./pdf-process-child.ts', import.meta.url)), { execArgv: ['--import', tsx], serialization: 'advanced' })
  let asked = 0
  const waiting = new Map<number, { resolve: (value: never) => void, reject: (error: Error) => void }>()
  child.on('message', ({ number, value, error }: Answer) => {
    const { resolve, reject } = waiting.get(number)!
    waiting.delete(number)
    if (error)
      reject(error)
    else
      resolve(value as never)
  })
  const fail = (error: Error) => waiting.forEach(({ reject }) => reject(error))
  child.on('error', fail)
  child.on('exit', code => fail(new Error(`The process that finishes PDFs ended early, with ${code}.`)))
  const ask = <T>(question: Question) => new Promise<T>((resolve, reject) => {
    waiting.set(++asked, { resolve, reject })
    child.send({ number: asked, ...question })
  })
  return {
    pageNumbers: bytes => ask({ task: 'pageNumbers', bytes }),
    finish: (bytes, about) => ask({ task: 'finish', bytes, about }),
    close: () => child.disconnect(),
  }
}
