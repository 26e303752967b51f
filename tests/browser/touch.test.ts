import { describe, expect, it } from 'vitest'

import { AskedPage } from './support/asked'
import { useBrowser } from './support/browser'
import { doByFinger } from './support/finger'
import { allAnswers, files, hydrateAll, keep, onPhone, openPage, workshop } from './support/site-pages'
import { openStage } from './support/stage'
import { tooLow } from './support/too-low'

const { page: newPage } = useBrowser()
const byFinger = { ...onPhone, hasTouch: true, isMobile: true }
const ids = Object.keys(workshop.exercises)

describe('on a phone, whatever stands alone and is pressed is at least 44 px high', () => {
  it.each(files)('%s', async file => {
    const page = await newPage(byFinger)
    await keep(page, allAnswers())
    await openPage(page, file)
    await hydrateAll(page)
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))
    expect(await tooLow(page)).toEqual([])
  })

  it.each(ids)('%s, alone on its page, step by step', async id => {
    const page = await newPage(byFinger)
    await openStage(page, id)
    const found: string[] = []
    const asked = new AskedPage(page)
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
