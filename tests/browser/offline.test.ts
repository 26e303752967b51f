import process from 'node:process'

import { describe, expect, it } from 'vitest'

import { loadOrThrow } from '../../model/load'
import { openPresenter, openSlide, origin, useBrowser } from './support/browser'
import { step } from './support/slides'

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
  it('projector and presenter show every slide in the workshop’s own letters, and ask nobody outside for anything', async () => {
    const { page, outside } = await offline()
    const total = (await loadOrThrow(process.cwd())).slides.length
    for (const open of [openSlide, openPresenter]) {
      await open(page, 1)
      while (await step(page, total)) {
        /* to the end */
      }
      const fonts = await page.evaluate(() =>
        [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('"', '')),
      )
      expect(fonts).toEqual(
        expect.arrayContaining(['Atkinson Hyperlegible Next Variable', 'Bricolage Grotesque Variable']),
      )
    }
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
