import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { AskedPage } from './support/asked'
import { useBrowser } from './support/browser'
import { doByFinger } from './support/finger'
import { allAnswers, files, keep, onPhone, openPage, wakeAll, workshop } from './support/site-pages'
import { openStage } from './support/stage'

const { page: newPage } = useBrowser()
const LEAST = 44
const byFinger = { ...onPhone, hasTouch: true, isMobile: true }
const ids = Object.keys(workshop.exercises)

/** What can be pressed and is lower than a thumb needs; links within a sentence are as high as their line. */
function tooLow(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const pressed = document.querySelectorAll<HTMLElement>('a, button, summary, select, textarea, input, label')
    return [...pressed].flatMap(element => {
      const { width, height } = element.getBoundingClientRect()
      const inSentence =
        element.tagName === 'A' &&
        (element.closest('p, li, dd, td')?.textContent ?? '').trim() !== element.textContent?.trim()
      const ofLabel = element.matches('[type=radio], [type=checkbox]')
      const captions = element.tagName === 'LABEL' && !element.querySelector('input')
      if (!element.checkVisibility() || width <= 1 || inSentence || ofLabel || captions || element.closest('[inert]'))
        return []
      const words = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30)
      return height + 0.1 < least
        ? [`<${element.localName} ${element.className}> ${words}: ${height.toFixed(1)} px`]
        : []
    })
  }, LEAST)
}

describe('on a phone, whatever stands alone and is pressed is at least 44 px high', () => {
  it.each(files)('%s', async file => {
    const page = await newPage(byFinger)
    await keep(page, allAnswers())
    await openPage(page, file)
    await wakeAll(page)
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))
    expect(await tooLow(page)).toEqual([])
  })

  it.each(ids)('%s, alone on its page, step by step', async id => {
    const page = await newPage(byFinger)
    await openStage(page, id)
    const found: string[] = []
    const asked = new AskedPage(page, 'finger')
    await doByFinger(asked, asked.locator('.exercise-screen'), (target, position) => target.tap({ position }), {
      look: async () => void found.push(...(await tooLow(page))),
    })
    expect([...new Set(found)]).toEqual([])
  })

  it('the list of exercises', async () => {
    const page = await newPage(byFinger)
    await openStage(page, ids[0]!)
    await page.goto(page.url().split('?')[0]!)
    await page.getByRole('list').waitFor()
    expect(await tooLow(page)).toEqual([])
  })
})
