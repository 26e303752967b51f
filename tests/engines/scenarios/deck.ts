import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { loadOrThrow } from '../../../model/load'
import { openPresenter, openSlide, SLIDE, slideLink } from '../../browser/support/browser'
import { DESKTOP, WORDS } from '../../browser/support/site-pages'
import { currentSlide, flaws, openControls, settled, walk } from '../../browser/support/slides'
import { followEachOther } from '../../browser/support/windows'
import type { EngineUnderTest } from '../use-engine'

const { slides } = await loadOrThrow(process.cwd())

/** WebKit says that all fonts are loaded a moment before it asks for those of a new slide; in milliseconds. */
const FONTS = 1000

/** The deck that `npm start` serves: every slide, and the two windows of a facilitator. */
export function deck({ driver, newContext }: EngineUnderTest) {
  describe('the deck', () => {
    it('shows every slide at every click whole, large enough and without errors', async () => {
      const page = await (await newContext()).newPage()
      await page.setViewportSize(SLIDE)
      await openSlide(page, 1)
      let went = -Infinity
      const look = async () => {
        let found = await flaws(page)
        if (found.length) {
          await wait(FONTS)
          found = await flaws(page)
        }
        await wait(Math.max(0, went + driver.stepTime - performance.now()))
        went = performance.now()
        return found
      }
      const found = await walk(page, slides.length, look)
      // In words as well: a report on a test that passed when repeated has the message alone.
      expect(found, JSON.stringify(found)).toEqual({})
    })

    it.each([
      ['the slides', openSlide],
      ['the presenter’s view', openPresenter],
    ])('keeps the screen awake from the first click on: %s', async (_, open) => {
      const page = await (await newContext()).newPage()
      await page.setViewportSize(DESKTOP)
      await open(page, 1)
      await page.evaluate(() => {
        const { wakeLock } = navigator as { wakeLock?: WakeLock }
        const tell = (answer: string) => Object.assign(window, { wakeLockSays: answer })
        if (!wakeLock) return tell('absent')
        const request = wakeLock.request.bind(wakeLock)
        return Object.assign(wakeLock, {
          request: () =>
            request('screen').then(
              () => tell('granted'),
              ({ name }: Error) => tell(name),
            ),
        })
      })
      await currentSlide(page).click()
      const says = () => page.evaluate(() => (window as { wakeLockSays?: string }).wakeLockSays)
      await expect.poll(says).toBe('granted')
    })

    it('follows in two windows, click by click, with what is typed', async () => {
      const context = await newContext()
      const presenter = await context.newPage()
      await presenter.setViewportSize(DESKTOP)
      await openPresenter(presenter, 1)
      const projector = await context.newPage()
      await projector.setViewportSize(DESKTOP)
      await openSlide(projector, 1)
      await followEachOther(presenter, projector)

      const slide = await firstWithText(projector)
      await settled(presenter, slide)
      await projector.bringToFront()
      const field = (await openControls(projector)).locator('textarea').first()
      await field.focus()
      await projector.keyboard.type(WORDS)
      await expect.poll(() => currentSlide(presenter).locator('textarea').first().inputValue()).toBe(WORDS)
    })
  })

  /** Goes to the first slide with an exercise whose controls begin with a text. */
  async function firstWithText(page: Parameters<typeof settled>[0]): Promise<number> {
    for (const { no } of slides.filter(({ role }) => role === 'ask')) {
      // By its address alone: a window that is opened afresh would go where the other one is.
      await page.goto(slideLink(no))
      await settled(page, no)
      if (await (await openControls(page)).locator('textarea').count()) return no
    }
    throw new Error('No exercise on a slide begins with a text.')
  }
}
