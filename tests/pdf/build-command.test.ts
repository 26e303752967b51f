import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { inputsHash } from '../../commands/inputs-hash'
import { photograph } from '../../commands/photograph'
import { loadOrThrow } from '../../model/load'
import { forLearner } from '../../model/views'
import { buildSite } from '../../site/build'
import { keepSite } from '../browser/support/site'
import type { Running } from '../fixtures/command'
import { endAll, hasReadOnlyFolders, startCommand, startPowerless } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { folderOf } from '../fixtures/kit'
import { processesIn } from '../fixtures/processes'
import { secondWorkshop } from '../fixtures/second-workshop'

let kit: KitCopy
/** A part whose lesson has an exercise, by ids, and the file of that lesson. */
let part: string
let exercise: string
let lesson: string
beforeAll(async () => {
  // The smaller workshop: what is tested is the command, and all browser tests have the site of the kit's own content.
  kit = secondWorkshop()
  const { modules } = await loadOrThrow(kit.root)
  const found = modules.flatMap(({ id, lesson }) =>
    lesson.flatMap(block => (block.type === 'exercise' ? [{ part: id, exercise: block.id }] : [])),
  )
  ;({ part, exercise } = found[0]!)
  lesson = `${folderOf(kit, part)}/lesson.md`
})
afterEach(endAll)
afterAll(() => kit?.dispose())

const build = () => startCommand(kit.root, 'build')
const dist = (...path: string[]) => join(kit.root, 'dist', ...path)
/** What a lesson ends with when something is added to it. */
const END = /$/

/** Lets a test change a file, and mends it again. */
async function changed(file: string, from: string | RegExp, to: string, work: () => Promise<void>) {
  const whole = kit.read(file)
  kit.change(file, from, to)
  try {
    await work()
  } finally {
    kit.write(file, whole)
  }
}

/** The deck that is built first: where the deck is not what a test is about, this spares it another build. */
let deck: string
beforeAll(() => {
  deck = mkdtempSync(join(tmpdir(), 'workshop-built-deck-'))
})
afterAll(() => rmSync(deck, { recursive: true, force: true }))
const keepDeck = () => cpSync(dist('decks', inputsHash(kit.root)), deck, { recursive: true })
const haveDeck = () => cpSync(deck, dist('decks', inputsHash(kit.root)), { recursive: true })

/** An earlier site, which no failure may touch. */
function leaveEarlier() {
  rmSync(dist(), { recursive: true, force: true })
  mkdirSync(dist('site'), { recursive: true })
  writeFileSync(dist('site/index.html'), 'an earlier one')
}
function expectEarlierUntouched() {
  expect(readdirSync(dist()).filter(name => name !== 'decks')).toEqual(['site'])
  const drafts = readdirSync(dist(), { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.workshop-'))
  expect(drafts, 'half-written').toEqual([])
  expect(readdirSync(dist('site'))).toEqual(['index.html'])
  expect(readFileSync(dist('site/index.html'), 'utf8')).toBe('an earlier one')
}

describe('npm run build', () => {
  const TAKEN_OUT = 'Taken out while the site was built.'
  let built: Awaited<Running['ended']>
  beforeAll(async () => {
    leaveEarlier()
    // Left by a build that was killed.
    mkdirSync(dist('.workshop-draft-4194999-0123abcd/site/slides'), { recursive: true })
    mkdirSync(dist('.workshop-earlier-4194999-0123abcd'))
    let running: Running
    await changed(lesson, END, `\n${TAKEN_OUT}\n`, async () => {
      running = build()
      await running.says(/^ {2}slides/m)
      keepDeck()
    })
    // No slide shows a lesson.
    haveDeck()
    built = await running!.ended
  }, 300_000)

  it('puts a whole site in the place of the earlier one, tells what it weighs, and what it left out', async () => {
    const { code, out, err } = built
    expect(code, err).toBe(0)
    expect(out).toBe('dist/site\n')
    const pages = readdirSync(dist('site')).filter(file => file.endsWith('.html'))
    expect(err).toMatch(
      new RegExp(
        `^ {2}pages +${pages.length}; the heaviest, \\S+\\.html: \\d+ kB when opened, \\d+ with fonts, ` +
          '\\d+ with all its exercises +[\\d.]+ s$',
        'm',
      ),
    )
    expect(err).toMatch(/^ {2}\d+ kB are kept on a device after the first visit\.$/m)
    expect(err).toMatch(
      /^ {2}Left out: canonical addresses, sitemap and social picture\. They need the site's "address:" in content\/workshop\.yaml\.$/m,
    )
    expect(readdirSync(dist())).toEqual(['decks', 'site'])
    expect(readdirSync(dist('site'))).toEqual(
      expect.arrayContaining([
        'index.html',
        'take-home.html',
        'worker.js',
        'serve.mjs',
        'manifest.webmanifest',
        'slides',
        'handouts',
        'assets',
      ]),
    )
    expect(readdirSync(dist('site'))).not.toContain('sitemap.xml')
    expect(readdirSync(dist('site/handouts')).sort()).toEqual(['workbook-a4.pdf', 'workbook-letter.pdf'])
    expect(readFileSync(dist('site/index.html'), 'utf8')).not.toMatch(/rel="canonical"|og:image/)
    // The slides are the build that npm start presents, without the stage, and with no note.
    const slides = readdirSync(dist('site/slides'), { recursive: true, encoding: 'utf8' }).sort()
    const presented = readdirSync(join(deck, 'deck'), { recursive: true, encoding: 'utf8' }).sort()
    expect(slides).toEqual(presented.filter(name => name !== 'exercises.html'))
    // Static hosts send no headers, so each page brings its policy along; the deck has one of its own.
    for (const page of ['index.html', 'slides/index.html'])
      expect(readFileSync(dist('site', page), 'utf8'), page).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src 'self';/,
      )
    // It is often served by another user than the one who built it.
    if (process.platform !== 'win32') expect(statSync(dist('site')).mode & 0o777).toBe(0o777 & ~process.umask())
    // For tests/browser/second-workshop.test.ts, which looks into it.
    await keepSite(kit.root, dist('site'))
  })

  it('builds once more when something is saved meanwhile, and puts only the whole in its place', () => {
    expect(built.err.match(/^Something was saved meanwhile, so once more:$/gm)).toHaveLength(1)
    expect(readFileSync(dist(`site/${part}.html`), 'utf8')).not.toContain(TAKEN_OUT)
  })
})

describe('npm run build, when it fails or is stopped', () => {
  beforeEach(leaveEarlier)

  it('prints the problems of the content instead, and leaves the earlier site alone', async () => {
    await changed(lesson, `::exercise{#${exercise}}`, `::exercise{#${exercise}s}`, async () => {
      const { code, out, err } = await build().ended
      expect(err).toContain(`did you mean \`${exercise}\`?`)
      expect(err).not.toMatch(/^\s+at /m)
      expect({ code, out }).toEqual({ code: 1, out: '' })
    })
    expectEarlierUntouched()
  })

  it('names the page that weighs too much and its heaviest parts, and leaves the earlier site alone', async () => {
    // Letters at random, which no packing makes lighter.
    let seed = 1
    const word = () => (seed = (seed * 48271) % 2147483647).toString(36)
    const lines = Array.from({ length: 1200 }, () => Array.from({ length: 10 }, word).join(' '))
    await changed(lesson, END, `\n${lines.join('\n')}\n`, async () => {
      haveDeck()
      const { code, out, err } = await build().ended
      expect(err).toMatch(
        new RegExp(
          `\\n${part}\\.html weighs \\d+\\.\\d kB when it is opened, fonts apart; the limit is \\d+ kB\\. ` +
            `Its heaviest parts:\\n {2}- ${part}\\.html: [\\d.]+ kB\\n {2}- assets/\\S+: [\\d.]+ kB\\n[\\s\\S]*` +
            '\\n {2}Hint: shorten or lighten what is named, or load it when it is asked for\\.\\n$',
        ),
      )
      expect(err).not.toMatch(/^\s+at /m)
      expect({ code, out }).toEqual({ code: 1, out: '' })
    })
    expectEarlierUntouched()
  })

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130, []],
    ['SIGTERM', 143, ['slidev.mjs', '--headless']],
  ] as const)('leaves nothing behind when %s stops it', async (signal, code, atWork) => {
    const { child, ended, says } = build()
    await says(/^ {2}check/m)
    await expect.poll(() => readdirSync(dist()).some(name => name.startsWith('.workshop-draft-'))).toBe(true)
    if (process.platform === 'linux')
      for (const program of atWork)
        await expect.poll(() => processesIn(kit.root).join('\n'), { timeout: 60_000 }).toContain(program)
    child.kill(signal)
    expect(await ended).toMatchObject({ code, out: '' })
    expectEarlierUntouched()
    await expect.poll(() => processesIn(kit.root), { timeout: 20_000 }).toEqual([])
    expectEarlierUntouched()
  })

  it.skipIf(!hasReadOnlyFolders)('says so when dist cannot be written', async () => {
    chmodSync(dist(), 0o555)
    const { code, out, err } = await startPowerless(kit.root, 'build').ended
    chmodSync(dist(), 0o755)
    expect(err).toMatch(
      /\nCannot write dist\S* \(no permission\)\.\n {2}Hint: make the folder writable, then run the command again; nothing was left half-written\.\n$/,
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expectEarlierUntouched()
  })

  it('says what cannot be built, without a stack', async () => {
    // Found by Vite while Slidev is still at work; what Slidev finds itself is tested with npm start.
    await changed('room/pages/phone/main.ts', /from '\.\/(\w)/, "from './no-such-$1", async () => {
      const { code, out, err } = await build().ended
      expect(err).toMatch(/^The pages of the room could not be built:\n[\s\S]*no-such-/m)
      expect(err).not.toMatch(/^\s+at /m)
      expect({ code, out }).toEqual({ code: 1, out: '' })
    })
    expectEarlierUntouched()
  })
})

describe('a site that knows its address', () => {
  const ADDRESS = 'https://example.org/courses/networking/'
  let out: string
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'workshop-address-'))
    await changed('content/workshop.yaml', /^language:/m, `address: ${ADDRESS}\nlanguage:`, async () => {
      await buildSite(kit.root, forLearner(await loadOrThrow(kit.root)), out, { photograph })
    })
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('gives it to every page, for search engines and for whoever passes a link on', () => {
    const pages = readdirSync(out).filter(file => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(3)
    for (const file of pages) {
      const html = readFileSync(join(out, file), 'utf8')
      const own = file === 'index.html' ? ADDRESS : `${ADDRESS}${file}`
      expect(html, file).toContain(`<link rel="canonical" href="${own}">`)
      expect(html, file).toContain(`<meta property="og:url" content="${own}">`)
      expect(html, file).toContain(`<meta property="og:image" content="${ADDRESS}social.png">`)
      expect(html.match(/<title>[^<]{10,}<\/title>/g), file).toHaveLength(1)
      expect(html.match(/<meta name="description" content="[^"]{20,}">/g), file).toHaveLength(1)
    }
    const sitemap = readFileSync(join(out, 'sitemap.xml'), 'utf8')
    expect([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url).sort()).toEqual(
      pages.map(file => (file === 'index.html' ? ADDRESS : `${ADDRESS}${file}`)).sort(),
    )
  })

  it('has a picture for links, of the size that they are shown in, and keeps it on no device', () => {
    const png = readFileSync(join(out, 'social.png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(png.length).toBeGreaterThan(20_000)
    expect(readFileSync(join(out, 'worker.js'), 'utf8')).not.toMatch(/social\.png|sitemap\.xml/)
  })
})
