import process from 'node:process'

import { ContentError } from '../model/problem'
import { UserError } from '../model/user-error'
import { printFlags, printOptions, readPrintFlags } from './print-options'
import type { Found } from './rehearsal'
import {
  rehearseContent,
  rehearseMinutes,
  rehearsePapers,
  rehearsePhones,
  rehearseProjector,
  rehearseRoom,
  wantOf,
} from './rehearsal'
import { EXIT } from './report-error'
import { runCommand } from './run-command'

const flags = {
  ...printFlags,
  people: { ...printFlags.people, about: 'how many participants to play, and to print for' },
  host: { type: 'string', example: '192.168.1.5', about: 'which of this machine’s addresses phones will use' },
} as const

/** So long the whole of it may take, in milliseconds. */
const LIMIT = 4 * 60_000

await runCommand(
  'rehearse',
  'The evening before: plays the workshop on this machine, with simulated participants, and says whether it is ready.',
  flags,
  async ({ host, ...values }) => {
    const printed = readPrintFlags(values)
    const root = process.cwd()
    const limit = setTimeout(() => {
      console.log(`\nNo: it took longer than ${LIMIT / 60_000} minutes. Close other programs, and try again.`)
      process.exit(EXIT.content)
    }, LIMIT)
    const wanted: string[] = []
    const step = async (name: string, work: () => Promise<Found>) => {
      const began = performance.now()
      let found: Found
      try {
        found = await work()
      } catch (error) {
        if (error instanceof ContentError) found = { says: 'not ready', wants: [error.message.split('\n')[0]!] }
        else if (error instanceof UserError) found = { says: 'not ready', wants: [wantOf(error)] }
        else throw error
      }
      wanted.push(...found.wants.map(want => `${name}: ${want}`))
      console.error(
        `  ${name.padEnd(12)} ${found.says.padEnd(60)} ${((performance.now() - began) / 1000).toFixed(1)} s`,
      )
    }
    const rehearsed = await rehearseContent(root, step)
    if (rehearsed) {
      const { workshop } = rehearsed
      const options = printOptions(printed, workshop)
      await step('minutes', () => rehearseMinutes(workshop))
      await step('papers', () => rehearsePapers(root, workshop, options))
      await step('room', () => rehearseRoom(root, rehearsed, options.people))
      await step('projector', () => rehearseProjector(root, rehearsed))
      await step('phones', () => rehearsePhones(root, rehearsed, { ...(host !== undefined && { host }) }))
      if (rehearsed.isOld()) wanted.push('content: something was saved meanwhile, so rehearse once more')
    }
    clearTimeout(limit)
    if (wanted.length === 0) {
      console.log('\nYes: everything is ready.')
      process.exit(EXIT.done)
    }
    console.log(['', 'Not yet:', ...wanted.map(want => `  - ${want}`)].join('\n'))
    process.exit(EXIT.content)
  },
)
