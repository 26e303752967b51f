import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { HOME } from '../../commands/deck-builds'
import { inputsHash } from '../../commands/inputs-hash'
import { ROOMS } from '../../commands/kept-rooms'
import { fill } from '../../components/fill'
import { loadOrThrow } from '../../model/load'
import { endAll, hasReadOnlyFolders, startCommand, startPowerless } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit } from '../fixtures/kit'
import { processesIn } from '../fixtures/processes'
import { Visitor } from '../fixtures/room'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { exercises, fileOfExercise } from './support/content'

const { page: newPage, tolerate } = useBrowser()

/** A copy of the kit with the build that `npm start` would find there. */
let kit: KitCopy
let home: string
beforeAll(() => {
  kit = copyOfKit()
  home = join(kit.root, HOME)
  build()
})
afterEach(endAll)
afterAll(() => kit.dispose())

function build() {
  const hash = inputsHash(process.cwd())
  cpSync(join(process.cwd(), HOME, hash), join(home, hash), { recursive: true })
}

const start = (...flags: string[]) => startCommand(kit.root, 'start', ...flags)
const LINKS = /^ {2}Presenter {3}(\S+)\n {2}Projector {3}(\S+)\n {2}Exercises {3}(\S+)$/m

describe('npm start', () => {
  it('prints links for the presenter, the projector and the exercises, and each of them opens', async () => {
    const { says, printed } = start('--port', '0')
    const [, presenter, projector, exercises] = await says(LINKS)
    expect(presenter).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/presenter\?key=[\w-]{32}$/)
    for (const link of [projector!, exercises!]) {
      const response = await fetch(link)
      expect(response.status, link).toBe(200)
      expect(await response.text(), link).toContain('<script type="module"')
    }
    const opened = await fetch(presenter!, { redirect: 'manual' })
    expect(opened.status).toBe(302)
    const { slides } = await loadOrThrow(kit.root)
    const notes = new URL('notes.json', projector)
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    expect(await (await fetch(notes, { headers: { cookie } })).json()).toHaveLength(slides.length)
    expect((await fetch(notes)).status).toBe(403)
    await says(/Only this machine can reach it\. To let phones take part: {2}npm start -- --lan/)
    await says(/Ctrl\+C stops\./)
    expect(printed.err).toBe('')
  })

  it('gives every presentation a secret of its own', async () => {
    const links = await Promise.all([start('--port', '0'), start('--port', '0')].map(({ says }) => says(LINKS)))
    const [one, other] = links.map(([, presenter]) => new URL(presenter!))
    expect(one!.searchParams.get('key')).not.toBe(other!.searchParams.get('key'))
    other!.searchParams.set('key', one!.searchParams.get('key')!)
    expect((await fetch(other!)).status).toBe(403)
  })

  it('goes on to the next port when one is in use, and says so', async () => {
    const taken = createServer()
    const port = await new Promise<number>(resolve =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port)),
    )
    const { says, printed } = start('--port', String(port))
    const [, , projector] = await says(LINKS)
    await new Promise(resolve => taken.close(resolve))
    const found = Number(new URL(projector!).port)
    expect(found).toBeGreaterThan(port)
    expect(found).toBeLessThan(port + 20)
    expect(printed.err).toBe(`Port ${port} is in use; serving on ${found} instead.\n`)
    expect((await fetch(projector!)).status).toBe(200)
  })

  it.each([
    [['--prot', '3030'], 'Unknown flag --prot.\n  Hint: did you mean --port?\n'],
    [['--erlier'], 'Unknown flag --erlier.\n  Hint: did you mean --earlier?\n'],
    [
      ['--port', 'front'],
      'Expected --port as a number from 0 to 65535, found "front".\n  Hint: for example --port 3030\n',
    ],
  ])('says what is wrong with %j and how it is written', async (flags, message) => {
    expect(await start(...flags).ended).toEqual({ code: 2, out: '', err: message })
  })

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at %s with %i', async (signal, code) => {
    const { says, child, ended, printed } = start('--port', '0')
    await says(LINKS)
    child.kill(signal)
    expect(await ended).toEqual({ code, ...printed })
  })
})

describe('npm start, after a room that has ended', () => {
  it('names what is still kept, and its controls save it and delete it', async () => {
    const { labels, keep } = await loadOrThrow(kit.root)
    const { csv, noEarlier, removeEarlier, removeYes } = labels.desk
    const before = start('--port', '0')
    const [, first] = await before.says(LINKS)
    const leader = new Visitor(new URL(first!).origin)
    await leader.get(new URL(first!).pathname + new URL(first!).search)
    await leader.post('/room/facilitator', { do: 'move', page: 1, clicks: 0, total: 0 })
    await leader.post('/room/facilitator', { do: 'end' })
    const saved = await (await leader.get('/room/facilitator/room.csv')).text()
    before.child.kill()
    await before.ended

    const { says, printed } = start('--port', '0')
    const [, presenter] = await says(LINKS)
    await says(/Ctrl\+C stops\./)
    expect(printed.out).toMatch(/an earlier room gathered is still kept: .* under “Earlier rooms”\.$/m)
    // Its streams are cut off when the test is over.
    tolerate(/\/events/)
    const page = await newPage()
    await page.goto(presenter!)
    await page.goto(new URL('/desk/', presenter).href)
    const earlier = page.locator('section', { has: page.getByRole('heading', { name: labels.desk.earlier }) })
    const coming = page.waitForEvent('download')
    await earlier.getByRole('link', { name: csv }).click()
    // Without the mark at its beginning by which spreadsheets know how it is written.
    expect(readFileSync(await (await coming).path(), 'utf8').replace(/^\uFEFF/, '')).toBe(saved)
    expect(await findings(page)).toEqual([])
    await earlier.getByRole('button', { name: removeEarlier }).click()
    await earlier.getByRole('button', { name: removeYes }).click()
    await earlier.getByText(fill(noEarlier, { n: keep })).waitFor()
    expect(readdirSync(join(kit.root, ROOMS)).filter(name => name.endsWith('.db'))).toHaveLength(1)
  })
})

const builds = () =>
  existsSync(home) ? readdirSync(home).filter(name => !/^last-used$|\.presented-by-/.test(name)) : []

describe('npm start, when the content has a problem', () => {
  const { id, kind } = exercises[0]!
  const FILE = fileOfExercise(id)
  let sound: string
  beforeAll(() => {
    sound = kit.read(FILE)
    kit.change(FILE, /^kind: .*$/m, `kind: ${kind}s`)
  })
  afterAll(() => {
    kit.write(FILE, sound)
    rmSync(home, { recursive: true, force: true })
    build()
  })

  it('prints the problem, builds nothing and names the command that presents the earlier build', async () => {
    const before = builds()
    expect(before).toHaveLength(1)
    const { code, out, err } = await start('--port', '0').ended
    expect(err).toMatch(new RegExp(`^${FILE}:\\d+:\\d+ {2}exercise/kind\n`))
    expect(err).toMatch(/\nNothing was built\. To present the earlier build as it is: {2}npm start -- --earlier\n$/)
    expect(err).not.toMatch(/^\s+at /m)
    expect(out).toBe('')
    expect(code).toBe(1)
    expect(builds()).toEqual(before)
  })

  it('presents the earlier build when asked to', async () => {
    const { says } = start('--earlier', '--port', '0')
    const [, , projector] = await says(LINKS)
    expect((await fetch(projector!)).status).toBe(200)
  })

  it('names no such command when there is no earlier build, and then has none to present', async () => {
    rmSync(home, { recursive: true })
    const { code, err } = await start('--port', '0').ended
    expect(err).toMatch(/\nNothing was built\.\n$/)
    expect(code).toBe(1)
    expect(await start('--earlier').ended).toEqual({
      code: 2,
      out: '',
      err: 'There is no earlier build to present.\n  Hint: npm start builds one, once npm run check finds no problem.\n',
    })
  })
})

describe('npm start, while it builds', () => {
  beforeAll(() => rmSync(home, { recursive: true, force: true }))
  afterAll(() => {
    rmSync(join(kit.root, 'dist'), { recursive: true, force: true })
    build()
  })

  it.skipIf(process.platform === 'win32')('leaves nothing half-written when it is stopped', async () => {
    const { child, ended } = start('--port', '0')
    await expect.poll(builds, { timeout: 60_000 }).toEqual([expect.stringMatching(/^\.workshop-draft-/)])
    child.kill('SIGINT')
    const { code, out } = await ended
    expect(code).toBe(130)
    expect(out).toBe('')
    expect(builds()).toEqual([])
    await expect.poll(() => processesIn(kit.root), { timeout: 20_000 }).toEqual([])
    expect(builds()).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('takes Slidev along when it is killed', async () => {
    const { child, ended } = start('--port', '0')
    await expect.poll(() => processesIn(kit.root).join('\n'), { timeout: 60_000 }).toContain('slidev.mjs')
    child.kill('SIGKILL')
    await ended
    await expect.poll(() => processesIn(kit.root), { timeout: 20_000 }).toEqual([])
  })

  it('says so when a file lies where its folder should be', async () => {
    rmSync(home, { recursive: true, force: true })
    mkdirSync(join(home, '..'), { recursive: true })
    writeFileSync(home, '')
    const { code, out, err } = await start('--port', '0').ended
    rmSync(home)
    expect(err).toMatch(
      /^Expected dist\/decks to be a folder, found a file in its place\.\n {2}Hint: move the file away, then run the command again; nothing was written\.\n$/,
    )
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  it.skipIf(!hasReadOnlyFolders).each(['dist', HOME])('says so when %s cannot be written', async folder => {
    mkdirSync(home, { recursive: true })
    if (folder === 'dist') rmSync(home, { recursive: true })
    chmodSync(join(kit.root, folder), 0o555)
    const { code, out, err } = await startPowerless(kit.root, 'start', '--port', '0').ended
    chmodSync(join(kit.root, folder), 0o755)
    expect(err).toMatch(
      /^Cannot write dist\/decks\S* \(no permission\)\.\n {2}Hint: make the folder writable, then run the command again; nothing was left half-written\.\n$/,
    )
    expect(err).not.toMatch(/^\s+at /m)
    expect(code).toBe(2)
    expect(out).toBe('')
  })
})

describe('npm start, when no check could foresee that something cannot be built', () => {
  it('says what and where, without a stack, and names the command that presents the earlier build', async () => {
    const before = builds()
    expect(before).toHaveLength(1)
    // Found when Slidev's build begins: what stands in a component is found when all of them are read.
    kit.change('vite.config.ts', './setup/built-pages', './setup/build-pages')
    const { code, out, err } = await start('--port', '0').ended
    kit.change('vite.config.ts', './setup/build-pages', './setup/built-pages')
    expect(err).toMatch(
      /\nThe slides could not be built:\n {2}Build failed with 1 error:\n.*Could not resolve '\.\/setup\/build-pages' in vite\.config\.ts/,
    )
    expect(err).toMatch(
      /\n {2}Hint: undo the last change to the code, .* Until then, to present the earlier build as it is: {2}npm start -- --earlier\n$/,
    )
    expect(err).not.toMatch(/^\s+at /m)
    expect(out).toBe('')
    expect(code).toBe(1)
    expect(builds()).toEqual(before)
  })
})
