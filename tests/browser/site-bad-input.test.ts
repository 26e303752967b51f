import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import type { Locator, Page } from 'playwright-chromium'
import { afterEach, describe, expect, it } from 'vitest'

import { kindOf } from '../../components/exercises/registry'
import { fillPlural } from '../../components/plural'
import { loadOrThrow } from '../../model/load'
import { forLearner } from '../../model/views'
import { answerTo, HOSTILE } from './support/answers'
import { useBrowser } from './support/browser'
import { idOf, lacking, pageOf, planSentence } from './support/content'
import { hydratedExercise, kept, saved } from './support/kept'
import { site, siteFolder } from './support/site'
import { hydrateAll, onPhone, onPhoneWithWorker } from './support/site-pages'
import { keyOf, storedAnswer } from './support/stage'
import type { StaticHost } from './support/static-host'
import { staticHost } from './support/static-host'
import { untilSeen } from './support/until'

/** Whatever a policy has to stop, and typed words that run, become errors. */
const {
  context: newContext,
  page: newPage,
  tolerate,
} = useBrowser(() => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    throw new Error(`stopped by the policy: ${violatedDirective} ${blockedURI}`)
  })
  Object.defineProperty(window, 'ran', {
    set: () => {
      throw new Error('what was typed has run')
    },
  })
})
const workshop = forLearner(await loadOrThrow(process.cwd()))
const { labels } = workshop
const exercises = Object.values(workshop.exercises)
/** What the tests need: a plan has a sentence and a date, a recall is asked again, a guess is a number. */
const [plan, recall, selfCheck, guess] = [idOf('plan'), idOf('recall'), idOf('self-check'), idOf('forecast')]
const SKIPPED = lacking('plan', 'recall', 'self-check', 'forecast')
const PLAN_PAGE = pageOf(plan)
const RECALL_PAGE = pageOf(recall)
const pages = () => readdirSync(siteFolder()).filter(file => file.endsWith('.html'))

async function open(file: string): Promise<Page> {
  const page = await newPage(onPhone)
  await page.goto(`${site()}/${file}`)
  return page
}

const store = (page: Page, entries: Record<string, string>) =>
  page.evaluate(entries => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)), entries)
const everythingStored = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()))
const answersOf = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      keyOf(id),
      JSON.stringify({ version: kindOf(workshop.exercises[id]!.kind).version, answer }),
    ]),
  )
const PLAN = {
  if: 'the break begins',
  then: 'I talk to one person',
  date: '2031-09-24',
  madeOn: '2031-09-20',
  partner: 'Eli',
  said: false,
}

/** Makes the plan on a page that says that it cannot keep it. */
async function planWithoutStorage(screen: Locator) {
  await screen.getByText(labels.answer.notKept).waitFor()
  await screen.getByRole('textbox').fill(PLAN.if)
  await screen.getByRole('button', { name: labels.exercise.next, exact: true }).click()
  await screen.getByRole('textbox').fill(PLAN.then)
  await screen.getByText(planSentence(PLAN.if, PLAN.then)).waitFor()
}

/** Opens every page and all exercises on it. */
async function visitAll(page: Page) {
  for (const file of pages()) {
    await page.goto(`${site()}/${file}`)
    await untilSeen(page, 'h1')
    await hydrateAll(page)
    expect(await page.evaluate(() => document.querySelectorAll('.notice').length), file).toBe(0)
  }
}

describe.skipIf(SKIPPED)(`in a browser${SKIPPED}`, () => {
  it('that keeps nothing at all, every page stands, exercises are done, and it says what will be lost', async () => {
    const context = await newContext(onPhone)
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'caches'] as const)
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        })
      Object.defineProperty(navigator, 'serviceWorker', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    const page = await context.newPage()
    await visitAll(page)
    await page.goto(`${site()}/${PLAN_PAGE}#${plan}`)
    const screen = await hydratedExercise(page, plan)
    await planWithoutStorage(screen)
    await page.locator('.settings summary').click()
    await page.getByRole('button', { name: labels.site.larger }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-size')).toBe('1')
    await page.goto(`${site()}/take-home.html`)
    await page.getByText(labels.answer.notKept).waitFor()
    await page.getByRole('button', { name: labels.takeHome.deleteAll }).click()
    await page.getByRole('button', { name: labels.takeHome.deleteYes }).click()
    await page.getByText(labels.takeHome.deleted).waitFor()
  })

  it('that shuts these pages in a box without any storage, exercises are done all the same', async () => {
    const host = await staticHost(siteFolder())
    // An origin of its own, as in a sandboxed frame of another site: the browser itself then refuses all storage.
    host.headers = {
      'content-security-policy': 'sandbox allow-scripts allow-downloads',
      'access-control-allow-origin': '*',
    }
    const page = await newPage(onPhone)
    await page.goto(host.url(PLAN_PAGE))
    expect(
      await page.evaluate(() => {
        try {
          return localStorage.length
        } catch (error) {
          return (error as Error).name
        }
      }),
    ).toBe('SecurityError')
    const screen = await hydratedExercise(page, plan)
    await planWithoutStorage(screen)
    await page.locator('.settings summary').click()
    await page.getByRole('button', { name: labels.site.larger }).click()
    for (const file of ['index.html', 'take-home.html', 'recall.html', 'about.html']) {
      await page.goto(host.url(file))
      await untilSeen(page, '.settings summary')
    }
    await page.getByText(labels.offline.no).waitFor()
    await host.close()
  })

  const APART = lacking({ 'page with both a plan and a recall': RECALL_PAGE === PLAN_PAGE })
  it.skipIf(APART)(
    `whose storage is full, the page says so, holds on to every word, and keeps all once there is room${APART}`,
    async () => {
      const page = await open(`${PLAN_PAGE}#${plan}`)
      const screen = await hydratedExercise(page, plan)
      await screen.getByRole('textbox').fill('a')
      await page.evaluate(() => {
        for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
          try {
            for (let n = 0; ; n++) localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size))
          } catch {
            /* no room for one more of this size */
          }
        }
      })
      await screen.getByRole('textbox').fill('the break begins, and everybody goes for coffee')
      await screen.getByText(labels.answer.notKept).waitFor()
      const memory = await hydratedExercise(page, recall)
      await memory.getByRole('textbox').first().fill('Waste of time')
      await memory.getByText(labels.answer.notKept).waitFor()
      expect(await screen.getByRole('textbox').inputValue()).toBe('the break begins, and everybody goes for coffee')
      expect(await memory.getByRole('textbox').first().inputValue()).toBe('Waste of time')
      await page.evaluate(() =>
        Object.keys(localStorage)
          .filter(key => key.startsWith('filler'))
          .forEach(key => localStorage.removeItem(key)),
      )
      await memory.getByRole('textbox').first().fill('A waste of time')
      await screen.getByText(labels.answer.notKept).waitFor({ state: 'hidden' })
      await page.reload()
      await hydratedExercise(page, plan)
      expect(await storedAnswer(page, plan)).toContain('everybody goes for coffee')
      expect(await storedAnswer(page, recall)).toContain('A waste of time')
    },
  )

  it.each([
    '{"version":1,',
    '[1]',
    'null',
    '"words"',
    '{"version":"1","answer":{}}',
    '{"file":7,"section":{},"size":1e999,"colours":"__proto__"}',
    '{"file":"__proto__","section":"constructor","size":"1","colours":{}}',
    `{"file":"${PLAN_PAGE}","section":"no-such"}`,
  ])('that has kept %s in every place, every page stands', async text => {
    const page = await open('about.html')
    await store(
      page,
      Object.fromEntries(
        [
          ...exercises.map(({ id }) => keyOf(id)),
          keyOf(`${recall}/round-1`),
          `${workshop.id}:place`,
          `${workshop.id}:appearance`,
        ].map(key => [key, text]),
      ),
    )
    for (const file of ['index.html', PLAN_PAGE, 'take-home.html', 'recall.html', 'about.html']) {
      await page.goto(`${site()}/${file}`)
      await hydrateAll(page)
      await untilSeen(page, '.settings summary')
    }
    await page.goto(`${site()}/take-home.html`)
    await page.getByText(labels.takeHome.empty).waitFor()
  })
})

/** Chooses a file of saved answers, and gives the message that the page then shows. */
async function load(page: Page, content: string | Buffer): Promise<string> {
  await page
    .getByLabel(labels.takeHome.loadChoose)
    .setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  // The same message once more is taken out for a moment first.
  let told = ''
  const isAnswered = async () => {
    told = (await page.locator('.told').allInnerTexts()).join('').trim()
    return told !== '' || (await page.locator('.confirm:has(button:focus)').count()) > 0
  }
  await expect.poll(isAnswered).toBe(true)
  return told
}

const fileOf = (answers: unknown, rest: object = {}) =>
  JSON.stringify({
    format: 'workshop-answers',
    version: 1,
    workshop: workshop.id,
    saved: '2031-04-09',
    answers,
    ...rest,
  })
const planned = (answer: unknown, version: unknown = 1) => ({ [plan]: { version, answer } })
const words = labels.takeHome
const loaded = (n: number) => fillPlural(words.loaded, n, workshop)

describe.skipIf(SKIPPED)(`a file that is no honest file of answers${SKIPPED}`, () => {
  const refused: [what: string, content: string | Buffer, told: string][] = [
    ['is empty', '', words.loadNotJson],
    ['is no JSON', 'My answers: all of them', words.loadNotJson],
    ['is cut in the middle', fileOf(planned(PLAN)).slice(0, 120), words.loadNotJson],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254, 128]), words.loadNotJson],
    ['is 3 MB long', fileOf(planned(PLAN), { more: 'x'.repeat(3_000_000) }), words.loadTooLarge],
    ['is nested without an end', '['.repeat(900_000), words.loadNotJson],
    ['is a list', '[]', words.loadOther],
    ['is null', 'null', words.loadOther],
    ['is of another program', '{"format":"bookmarks","version":1,"answers":{}}', words.loadOther],
    ['has no version', fileOf(planned(PLAN), { version: 'one' }), words.loadOther],
    ['has a list for answers', fileOf([PLAN]), words.loadOther],
    ['is of another workshop', fileOf(planned(PLAN), { workshop: 'five-cooking-mistakes' }), words.loadOtherWorkshop],
    ['names no workshop', fileOf(planned(PLAN), { workshop: { toString: 'x' } }), words.loadOtherWorkshop],
    ['is of a newer format', fileOf(planned(PLAN), { version: 2 }), words.loadNewer],
    ['holds an answer of a newer version', fileOf(planned(PLAN, 99)), words.loadNewer],
    ['holds nothing', fileOf({}), words.loadEmpty],
    [
      'holds only what nobody asks',
      fileOf({
        'no-such': { version: 1, answer: {} },
        [`${plan}/round-1`]: { version: 1, answer: PLAN },
        [`${recall}/round-0`]: { version: 1, answer: { items: {} } },
        [`${recall}/round-999`]: { version: 1, answer: { items: {} } },
      }),
      words.loadEmpty,
    ],
    [
      'holds answers of the wrong kind',
      fileOf({
        [plan]: 'yes',
        [selfCheck]: { version: 1, answer: [3] },
        [recall]: { version: '1', answer: {} },
        [guess]: null,
      }),
      words.loadEmpty,
    ],
    [
      'uses names that belong to JavaScript',
      `{"format":"workshop-answers","version":1,"workshop":"${workshop.id}","answers":{` +
        '"__proto__":{"version":1,"answer":{"if":"x"}},"constructor":{"version":1,"answer":{}},' +
        '"toString":{"version":1,"answer":{}}}}',
      words.loadEmpty,
    ],
  ]

  it('is refused with its own sentence, and changes nothing', async () => {
    const page = await open('take-home.html')
    await store(page, { ...answersOf({ [plan]: PLAN }), [keyOf('strange')]: 'left alone' })
    await page.reload()
    const before = await everythingStored(page)
    const wrong: string[] = []
    for (const [what, content, told] of refused) {
      await page.reload()
      const said = await load(page, content)
      const focus = await page.evaluate(() => document.activeElement?.className)
      if (said !== told || focus !== 'told' || (await everythingStored(page)) !== before)
        wrong.push(`a file that ${what}: “${said}”, the focus on ${focus}`)
    }
    expect(wrong).toEqual([])
    expect(await page.evaluate(() => (({}) as { if?: unknown }).if)).toBeUndefined()
  })

  it('is loaded as far as it can be read, and what was left out is named in one sentence', async () => {
    const page = await open('take-home.html')
    const junk = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`unknown-${n}`, n]))
    const said = await load(
      page,
      fileOf({
        [`\u202E\u0007${HOSTILE}`]: 1,
        ...planned({ ...PLAN, extra: HOSTILE, if: 'a'.repeat(100_000), said: 'yes', partner: 7 }),
        [selfCheck]: { version: 1, answer: 'none' },
        ...junk,
      }),
    )
    const shown = said.replaceAll('\n', ' ')
    const [before, after] = fillPlural(words.loadedSome, 1, workshop, { titles: '\n' }).split('\n')
    expect(shown.startsWith(before!) && shown.endsWith(`…${after}`), shown).toBe(true)
    expect(shown.slice(before!.length)).toMatch(/^ {0,2}<img src="\/nothing".*; /)
    expect(shown).toContain(workshop.exercises[selfCheck]!.title)
    expect(shown).not.toMatch(/\p{Cc}|\p{Cf}/u)
    expect(shown.length).toBeLessThan(400)
    expect(JSON.parse((await storedAnswer(page, plan))!)).toEqual({
      version: 1,
      answer: { ...PLAN, if: 'a'.repeat(400), partner: '' },
    })
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([keyOf(plan)])
  })
})

describe.skipIf(SKIPPED)(`a hostile file${SKIPPED}`, () => {
  /** Ends a line, and begins an entry of its own in a calendar; turns a line around; rings a bell. */
  const INJECTED =
    `${HOSTILE}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Owned\nATTENDEE:mailto:a@b.c` +
    '\u2028URL:javascript:1\u0085X-A:1;,\\ \u202Eback\u0000\u0007\u001B[31m'

  it('shows its words as words, in pages and in every file made of them, and nothing of it runs', async () => {
    const page = await open('take-home.html')
    const answers = Object.fromEntries(
      exercises.map(each => [
        each.id,
        { version: kindOf(each.kind).version, answer: answerTo(each, INJECTED, 5, true) },
      ]),
    )
    Object.assign(answers[plan]!.answer as object, { date: '2031-09-24', madeOn: '2031-09-20' })
    expect(await load(page, fileOf(answers))).toBe(loaded(exercises.length))
    const document = page.locator('.document')
    await document.getByText('<img src="/nothing"').first().waitFor()
    expect(await page.locator('main :is(img, script, iframe, object, [onerror], [href^="javascript" i])').count()).toBe(
      0,
    )

    const { text } = await saved(page, words.saveText)
    expect(text).toContain('<img src="/nothing"')
    const data = JSON.parse((await saved(page, words.saveData)).text) as { answers: object }
    expect(Object.keys(data.answers)).toHaveLength(exercises.length)

    const calendar = (await saved(page, words.saveCalendar)).text
    expect(calendar.replaceAll('\r\n', ''), 'no line ends but the calendar’s own').not.toMatch(/[\r\n]/)
    const lines = calendar.replaceAll('\r\n ', '').split('\r\n')
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(1 + workshop.followUp.length)
    expect(lines.filter(line => line === 'END:VEVENT')).toHaveLength(1 + workshop.followUp.length)
    expect(lines.filter(line => /^(?:ATTENDEE|X-A|SUMMARY:Owned|URL:javascript)/.test(line))).toEqual([])
    // No sign that rings, or ends a line in some other reader's eyes.
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\0-\x1F\x7F-\x9F\u2028\u2029]/)

    // And everywhere else that answers are shown.
    await visitAll(page)
    expect(await page.locator('main :is(img, script, iframe, object, [onerror], [href^="javascript" i])').count()).toBe(
      0,
    )
  })
})

describe.skipIf(SKIPPED)(`answers of two places${SKIPPED}`, () => {
  it('are replaced by a file only once that is confirmed', async () => {
    const page = await open('take-home.html')
    await store(page, answersOf({ [plan]: PLAN }))
    await page.reload()
    const other = fileOf({
      ...planned({ ...PLAN, if: 'the train stops' }),
      [guess]: { version: 1, answer: { guess: 3, shown: true } },
    })
    await load(page, other)
    await page.getByText(fillPlural(words.loadAsk, 2, workshop, { other: 1 })).waitFor()
    expect(
      await page.getByRole('button', { name: words.loadYes }).evaluate(button => button === document.activeElement),
    ).toBe(true)
    await page.getByRole('button', { name: words.loadNo }).click()
    await expect
      .poll(() => page.getByLabel(words.loadChoose).evaluate(field => field === document.activeElement))
      .toBe(true)
    expect(JSON.parse((await storedAnswer(page, plan))!)).toMatchObject({ answer: PLAN })
    expect(await storedAnswer(page, guess)).toBeNull()
    await load(page, other)
    await page.getByRole('button', { name: words.loadYes }).click()
    await page.getByText(loaded(2)).waitFor()
    expect(JSON.parse((await storedAnswer(page, plan))!)).toMatchObject({ answer: { if: 'the train stops' } })
    // What is the same already is no reason to ask.
    expect(await load(page, other)).toBe(loaded(2))
  })

  it('in two tabs are one: both show what either types, and deleting all leaves what is typed after that', async () => {
    const context = await newContext(onPhone)
    const openTab = async (file: string) => {
      const page = await context.newPage()
      await page.goto(`${site()}/${file}`)
      return page
    }
    const [one, two] = [await openTab(`${PLAN_PAGE}#${plan}`), await openTab(`${PLAN_PAGE}#${plan}`)]
    const [here, there] = [await hydratedExercise(one, plan), await hydratedExercise(two, plan)]
    await here.getByRole('textbox').pressSequentially('the break begins')
    await expect.poll(() => there.getByRole('textbox').inputValue()).toBe('the break begins')
    await there.getByRole('textbox').press('End')
    await two.keyboard.type(' at noon')
    await expect.poll(() => here.getByRole('textbox').inputValue()).toBe('the break begins at noon')

    const home = await openTab('take-home.html')
    await here.getByRole('textbox').focus()
    await home.getByRole('button', { name: words.deleteAll }).click()
    await home.getByRole('button', { name: words.deleteYes }).click()
    await home.getByText(words.deleted).waitFor()
    expect(await home.evaluate(() => Object.keys(localStorage))).toEqual([])
    await expect.poll(() => here.getByRole('textbox').inputValue()).toBe('')
    expect(await here.getByRole('textbox').evaluate(field => field === document.activeElement)).toBe(true)
    await one.keyboard.type('later')
    expect(JSON.parse((await storedAnswer(one, plan))!)).toMatchObject({ answer: { if: 'later', then: '' } })
    await expect.poll(() => there.getByRole('textbox').inputValue()).toBe('later')
    await home.getByText('later').first().waitFor()
  })
})

describe.skipIf(SKIPPED)(`a page of which a part is missing${SKIPPED}`, () => {
  let host: StaticHost
  afterEach(() => host.close())

  it('the script that wakes it, can be read, and its exercises are there on paper', async () => {
    host = await staticHost(siteFolder())
    const missing = readdirSync(join(siteFolder(), 'assets')).filter(file => /^main-.*\.js$/.test(file))
    expect(missing).toHaveLength(1)
    tolerate(/404/)
    host.trouble = file => (file === `assets/${missing[0]}` ? 'missing' : undefined)
    const page = await newPage(onPhone)
    for (const file of [PLAN_PAGE, 'take-home.html', 'recall.html']) {
      await page.goto(host.url(file))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('html:not(.scripted)').waitFor()
      // What comes after an exercise is closed, and opens without a script.
      for (const summary of await page.locator('.exercise-after > summary').all()) await summary.click()
      for (const paper of await page.locator('.on-paper').all()) expect(await paper.isVisible()).toBe(true)
      expect(await page.locator('.on-screen:visible').count()).toBe(0)
      expect(await page.locator('.without-scripts:visible').count()).toBe(file === PLAN_PAGE ? 0 : 1)
    }
  })

  it('its early script, is hydrated all the same', async () => {
    host = await staticHost(siteFolder())
    tolerate(/404/)
    host.trouble = file => (/^assets\/appearance-/.test(file) ? 'missing' : undefined)
    const page = await newPage(onPhone)
    await page.goto(host.url(PLAN_PAGE))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await hydratedExercise(page, plan)
  })

  it.each([
    ['script', /^assets\/PlanScreen-/],
    ['record', new RegExp(`^assets/${plan}-\\w+\\.json`)],
  ])('the %s of one exercise, says so, has it on paper, and all others on the screen', async (_, missing) => {
    host = await staticHost(siteFolder())
    tolerate(/PlanScreen|\.json|Failed to load resource/)
    host.trouble = file => (missing.test(file) ? 'broken off' : undefined)
    const page = await newPage(onPhone)
    await page.goto(host.url(PLAN_PAGE))
    const others = (
      await page
        .locator('[data-island="exercise"]')
        .evaluateAll(all => all.map(each => (each as HTMLElement).dataset.id!))
    ).filter(id => id !== plan)
    for (const id of others.slice(0, 1)) await hydratedExercise(page, id)
    await page.locator(`#${plan}`).scrollIntoViewIfNeeded()
    await page.locator('.notice').getByText(labels.site.broken).waitFor()
    await page.locator(`#${plan} div.on-paper`).waitFor({ state: 'visible' })
    for (const id of others) await hydratedExercise(page, id)
  })
})

describe('the folder on a stick', () => {
  const running: ReturnType<typeof spawn>[] = []
  const serve = (folder: string, ...args: string[]) =>
    new Promise<{ link: string; said: string }>((resolve, reject) => {
      const child = spawn(process.execPath, [join(folder, 'serve.mjs'), ...args], { cwd: tmpdir() })
      running.push(child)
      let said = ''
      const hear = (text: Buffer) => {
        said += text
        const link = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)?.[0]
        if (link && said.includes('Ctrl+C')) resolve({ link, said })
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('close', () => reject(new Error(said)))
    })
  afterEach(() =>
    Promise.all(
      running.splice(0).map(
        child =>
          new Promise(resolve => {
            if (child.exitCode !== null) resolve(undefined)
            child.once('close', resolve)
            child.kill()
          }),
      ),
    ),
  )

  it('opens wherever there is Node, sends its policies, and takes the next port when one is in use', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'my stick, für alle #1 100% '))
    cpSync(siteFolder(), stick, { recursive: true })
    const first = await serve(stick, '0')
    const port = new URL(first.link).port
    const second = await serve(stick, port)
    expect(new URL(second.link).port).not.toBe(port)
    expect(second.said).toContain(`Port ${port} is in use; serving on ${new URL(second.link).port} instead.\n`)

    const page = await newPage(onPhoneWithWorker)
    await page.goto(second.link)
    await page.getByRole('heading', { level: 1, name: workshop.title }).waitFor()
    await kept(page)
    await page.goto(`${second.link}${PLAN_PAGE}`)
    await hydratedExercise(page, plan)
    await page.goto(`${second.link}slides/`)
    await page.locator('#slideshow .slide:visible').waitFor()
    await page.goto(`${second.link}slides`)
    await page.locator('#slideshow .slide:visible').waitFor()

    const headers = async (file: string) => Object.fromEntries((await fetch(`${second.link}${file}`)).headers)
    expect(await headers('index.html')).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    })
    expect((await headers('index.html'))['content-security-policy']).not.toContain('unsafe')
    expect((await headers('slides/index.html'))['content-security-policy']).toContain(
      "style-src 'self' 'unsafe-inline'",
    )
    expect(await headers('worker.js')).toMatchObject({
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'no-cache',
    })
    expect(await headers('manifest.webmanifest')).toMatchObject({
      'content-type': expect.stringContaining('application/manifest+json'),
    })
    for (const path of ['..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/etc/passwd', 'no-such.html', '%00', '%E0%A4%A'])
      expect([400, 404], path).toContain((await fetch(`${second.link}${path}`)).status)
    rmSync(stick, { recursive: true })
  })

  it('says in one sentence when a port may not be used', async () => {
    const taken = await serve(siteFolder(), '65535')
    await expect(serve(siteFolder(), '65535')).rejects.toThrow(
      /^Port 65535 is in use, and there is none after it\.\n {2}Hint: .*serve\.mjs 4500\n$/,
    )
    expect(taken.link).toContain('65535')
  })
})
