import type { Locator, Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { askAlone } from '../../components/exercises/debrief'
import { fill } from '../../components/fill'
import { fillPlural } from '../../components/plural'
import { plainText } from '../../components/text/rich-text'
import { AskedPage } from './support/asked'
import { useBrowser } from './support/browser'
import { doByKeyboard, press, tabTo } from './support/keyboard'
import {
  address,
  allAnswers,
  exercisesOf,
  hydrateAll,
  hydrated,
  keep,
  lessons,
  onPhone,
  openPage,
  standsStill,
  workshop,
} from './support/site-pages'

/** Notes in each page what gets the focus while a bar that sticks to the window's edge hides a part of it. */
const { page: newPage } = useBrowser(() => {
  const hidden = ((window as { hidden?: string[] }).hidden = [] as string[])
  addEventListener('focusin', () =>
    setTimeout(() => {
      const element = document.activeElement
      if (!element || element === document.body) return
      const { top, bottom, left, right } = element.getBoundingClientRect()
      for (const front of document.querySelectorAll('.next-step, .notice')) {
        const bar = front.getBoundingClientRect()
        const over = Math.min(bottom, bar.bottom, innerHeight) - Math.max(top, bar.top)
        if (
          !front.contains(element) &&
          getComputedStyle(front.parentElement!).position === 'sticky' &&
          over > 1 &&
          right > bar.left &&
          left < bar.right
        )
          hidden.push(`${over.toFixed(0)} px of ${element.outerHTML.slice(0, 90)}`)
      }
    }, 60),
  )
})
const hiddenFocus = (page: Page) => page.evaluate(() => (window as { hidden?: string[] }).hidden)
const labels = workshop.labels.site
const titleOf = (id: string) => workshop.exercises[id]!.title
const screenOf = (page: Page, id: string): Locator => page.locator(`[data-exercise="${id}"]`)
const doneOf = (n: number, all: number) => fillPlural(labels.doneOf, all, workshop, { n, all })
const nextStep = (page: Page) => page.locator('.next-step')
/** The link in it, for ways there by keyboard. */
const nextLink = (page: Page) => new AskedPage(page).locator('.next-step a')
/** An exercise in its lesson by keyboard alone. */
const doInLesson = (page: Page, id: string) =>
  doByKeyboard(page, new AskedPage(page).locator(`.exercise-screen[data-exercise="${id}"]`))

it.each(lessons)('$file fetches the record of an exercise once, also for the questions after it', async ({ file }) => {
  const page = await newPage(onPhone)
  const asked: string[] = []
  page.on('request', request => request.url().endsWith('.json') && asked.push(request.url()))
  await openPage(page, file)
  // The first key wakes all of them at once.
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => !document.querySelector('[data-island][inert]'))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked).toEqual([...new Set(asked)])
})

describe.each(lessons)('$file', ({ file, module, title }) => {
  const ids = exercisesOf(module)
  const following = lessons[lessons.findIndex(lesson => lesson.file === file) + 1]
  const onward = following ? fill(labels.nextPart, { title: following.title }) : labels.toTakeHome

  it('is done by keyboard alone: the focus is never lost or hidden, and what comes next is always right', async () => {
    const page = await newPage(onPhone)
    await openPage(page, file)
    for (const [index, id] of ids.entries()) {
      const repeats = workshop.exercises[id]!.repeats !== undefined
      expect(await nextStep(page).innerText()).toContain(
        repeats ? onward : fill(labels.nextHere, { title: titleOf(id) }),
      )
      expect(await nextStep(page).getByRole('status').textContent()).toContain(doneOf(index, ids.length))
      // The way there is the next step itself.
      if (!repeats) {
        await tabTo(page, nextLink(page), 'Shift+Tab')
        await press(page, 'Enter').catch(() => {})
      }
      await doInLesson(page, id)
      expect(await nextStep(page).getByRole('status').textContent(), `after ${id}`).toContain(
        doneOf(index + 1, ids.length),
      )
    }
    expect(await hiddenFocus(page)).toEqual([])
    const link = nextStep(page).getByRole('link')
    expect(await link.innerText()).toBe(onward)
    await tabTo(page, nextLink(page), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(address(following?.file ?? 'take-home.html'))
  })

  it('opens at the section or exercise that a link names, with the answers that the device keeps', async () => {
    const page = await newPage(onPhone)
    await keep(page, allAnswers())
    const anchors = await (async () => {
      await openPage(page, file)
      return page
        .locator('#on-this-page a')
        .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).hash.slice(1)))
    })()
    expect(anchors).toEqual(expect.arrayContaining([...ids, 'key-points']))
    for (const id of anchors) {
      // A query makes it a page that is loaded, and not another place on the one that is there.
      await page.goto(`${address(file)}?to=${id}#${id}`)
      await hydrated(page)
      await standsStill(page)
      const { top, left } = await page.evaluate(id => {
        const { top } = document.getElementById(id)!.getBoundingClientRect()
        // What stands near the end cannot come to the top.
        return { top, left: document.documentElement.scrollHeight - scrollY - innerHeight }
      }, id)
      expect(top >= -1 && (top < 60 || left < 2), `${id} stands at ${top}, with ${left} px left below`).toBe(true)
    }
    await hydrateAll(page)
    for (const id of ids)
      expect(await screenOf(page, id).getByRole('button', { name: workshop.labels.answer.clear }).count(), id).toBe(1)
    expect(await page.title()).toContain(title)
  })
})

describe('the welcome page', () => {
  const rows = (page: Page) => page.locator('.parts-how').allInnerTexts()

  it('counts what was done in each part, and links to the place where the reader stopped', async () => {
    const page = await newPage(onPhone)
    const { file, title, module } = lessons[2]!
    const [first] = exercisesOf(module)
    await keep(page, { [first!]: allAnswers()[first!]! })
    await openPage(page, 'index.html')
    await page.getByText(doneOf(1, exercisesOf(module).length)).waitFor()
    expect((await rows(page)).map(row => row.replace(/^.*· /, ''))).toEqual(
      lessons.map(lesson => doneOf(lesson.file === file ? 1 : 0, exercisesOf(lesson.module).length)),
    )
    expect(await page.locator('.resume').count()).toBe(0)

    await page.goto(`${address(file)}#key-points`)
    await hydrated(page)
    await page.goto(address('index.html'))
    const resume = page.locator('.resume a')
    expect(await resume.innerText()).toBe(
      fill(labels.resumeAt, { part: title, section: workshop.labels.lesson.keyPoints }),
    )
    await resume.click()
    await page.waitForURL(`${address(file)}#key-points`)
  })

  it('marks a part as done, and not by colour alone', async () => {
    const page = await newPage(onPhone)
    await keep(page, allAnswers())
    await openPage(page, 'index.html')
    await expect.poll(() => page.locator('.parts li[data-state="done"]').count()).toBe(lessons.length)
    expect(
      await page
        .locator('.parts-how')
        .first()
        .evaluate(row => getComputedStyle(row, '::before').content),
    ).toContain('✓')
  })
})

describe('what follows an exercise', () => {
  const [lesson] = lessons.filter(({ module }) => exercisesOf(module).length > 1)
  const [id] = exercisesOf(lesson!.module)
  const { debrief, reveal } = workshop.exercises[id!]!
  const words = workshop.labels.debrief

  it('is written about, then compared, goes along in the document, and is there after a reload', async () => {
    const page = await newPage(onPhone)
    await openPage(page, lesson!.file)
    await hydrateAll(page)
    const after = page.locator(`[data-island="debrief"][data-id="${id}"]:not([inert])`)
    const place = page.locator(`#${id} .exercise-after`)
    expect(await place.getAttribute('open'), 'before the exercise is done').toBeNull()
    await tabTo(page, place.locator('summary'))
    await press(page, 'Enter')
    const answer = plainText(reveal.debrief[0]!)
    expect(await page.content()).not.toContain(answer)
    const own = page.getByRole('textbox', { name: plainText(askAlone(debrief[0]!)) })
    await tabTo(page, own)
    await page.keyboard.type('My own words about it')
    await tabTo(page, after.getByRole('button', { name: words.compare }))
    await press(page, 'Enter')
    await after.getByText(answer).waitFor()
    await page.reload()
    await after.getByText(answer).waitFor()
    expect(await own.inputValue()).toBe('My own words about it')
    await openPage(page, 'take-home.html')
    await page.locator('.document').getByText('My own words about it').waitFor()
  })

  it('opens by itself where the exercise is done', async () => {
    const page = await newPage(onPhone)
    await keep(page, allAnswers())
    await openPage(page, lesson!.file)
    await hydrateAll(page)
    const open = page.locator('.exercise-after').evaluateAll(all => all.map(each => each.hasAttribute('open')))
    expect(await open).toEqual(exercisesOf(lesson!.module).map(() => true))
  })
})
