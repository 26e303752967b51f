import process from 'node:process'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Found, Rehearsed } from '../../commands/rehearsal'
import { rehearseContent, rehearsePhones, rehearseProjector, rehearseRoom } from '../../commands/rehearsal'
import { builtDeck } from './support/deck'

const root = process.cwd()
let rehearsed: Rehearsed
let content: Found
beforeAll(async () => {
  await builtDeck(root)
  rehearsed = (await rehearseContent(root, async (_, work) => void (content = await work())))!
})

/** What `npm run rehearse` does one after the other, but for the papers, which tests/pdf/ has. */
describe('a rehearsal of a workshop that is ready wants nothing', () => {
  it('of its content', () => expect(content.wants).toEqual([]))

  it('of its room, with phones that lose their connection and send twice', async () => {
    expect(await rehearseRoom(root, rehearsed, 5)).toMatchObject({ wants: [] })
  })

  it('of its projector, slide by slide', async () => {
    expect(await rehearseProjector(root, rehearsed)).toMatchObject({ wants: [] })
  })

  it('of a phone’s address that this machine answers at', async () => {
    const { says, wants } = await rehearsePhones(root, rehearsed, { host: '127.0.0.1' })
    expect(wants).toEqual([])
    expect(says).toMatch(/^http:\/\/127\.0\.0\.1:3030\/ answers here/)
  })
})

it('a rehearsal says where nothing answers, with what to do', async () => {
  const { wants } = await rehearsePhones(root, rehearsed, { host: 'nowhere.invalid' })
  expect(wants).toEqual([
    'Nothing answers at http://nowhere.invalid:3030/. Let Node.js through this machine’s firewall, or name another --host.',
  ])
})
