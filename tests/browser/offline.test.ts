import process from 'node:process'

import { describe, expect, it } from 'vitest'

import { loadOrThrow } from '../../model/load'
import { openPresenter, origin, useBrowser } from './support/browser'
import { LETTERS, lettersOf, step } from './support/slides'

const { context: newContext } = useBrowser()

/** A browser on a machine without a network: whatever leaves it is cut off, and noted. */
async function offline() {
  const context = await newContext()
  const outside: string[] = []
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  return { page: await context.newPage(), outside }
}

describe('in a room without a network', () => {
  // The projector goes through its slides in deck.test.ts.
  it('the presenter shows every slide in the workshop’s own letters, and asks nobody outside for anything', async () => {
    const { page, outside } = await offline()
    const total = (await loadOrThrow(process.cwd())).slides.length
    await openPresenter(page, 1)
    while (await step(page, total)) {
      /* to the end */
    }
    expect(await lettersOf(page)).toEqual(expect.arrayContaining(LETTERS))
    expect(outside).toEqual([])
  })

  it('every page of the stage asks nobody outside for anything', async () => {
    const { page, outside } = await offline()
    const { exercises } = await loadOrThrow(process.cwd())
    for (const id of ['', ...Object.keys(exercises)]) {
      await page.goto(`${origin()}/exercises/${id && `?exercise=${id}`}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.evaluate(() => document.fonts.ready)
    }
    expect(outside).toEqual([])
  })
})
