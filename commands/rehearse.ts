import process from 'node:process'

import { ContentError } from '../model/problem'
import { UserError } from '../model/user-error'
import { EXIT, run } from './command'
import { readReach } from './reach'
import type { Found } from './rehearsal'
import { rehearseContent, rehearseMinutes, rehearsePapers, rehearseProjector, rehearseRoom } from './rehearsal'

const flags = {
  people: {
    type: 'string',
    example: '24',
    about: 'how many participants to play; without it, as many as are expected',
  },
} as const

/** So long the whole of it may take, in milliseconds. */
const LIMIT = 4 * 60_000

await run(
  'rehearse',
  'The evening before: plays the workshop on this machine, with simulated participants, and says whether it is ready.',
  flags,
  async ({ people }) => {
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
        if (!(error instanceof UserError || error instanceof ContentError)) throw error
        found = { says: 'not ready', wants: [error.message.split('\n')[0]!] }
      }
      wanted.push(...found.wants.map(want => `${name}: ${want}`))
      console.error(
        `  ${name.padEnd(12)} ${found.says.padEnd(60)} ${((performance.now() - began) / 1000).toFixed(1)} s`,
      )
    }
    const workshop = await rehearseContent(root, step)
    if (workshop) {
      const count = readPeople(people, workshop.people)
      await step('minutes', () => rehearseMinutes(workshop))
      await step('papers', () => rehearsePapers(root, workshop))
      await step('room', () => rehearseRoom(root, workshop, count))
      await step('projector', () => rehearseProjector(root, workshop))
      await step('phones', async () => {
        const reach = readReach({ lan: true })
        return { says: `${reach.originFor(3030)}/ in this network; test it with one phone`, wants: [] }
      })
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

function readPeople(text: string | undefined, expected: number): number {
  if (text === undefined) return expected
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new UserError(`Expected --people as a number from 1 to 1000, found "${text}".`, 'for example --people 24')
  return count
}
