import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-chromium'

import { startNode } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 8
const FILE = 'content/modules/20-waste-of-time/exercises/strangers-who-talk.yaml'

/** While authoring: one line of YAML, to the slide that shows it; against loading the page anew. */
export async function benchLiveEdit(root: string, browser: Browser): Promise<Comparison> {
  const { found: origin, stop } = await startNode(
    root,
    ['--import', 'tsx', 'commands/dev.ts', '--port', '3978'],
    /(http:\/\/localhost:3978\/)/,
  )
  const page = await browser.newPage()
  try {
    const slide = await findSlide(page, origin)
    const ours: number[] = []
    const theirs: number[] = []
    const original = await readFile(join(root, FILE), 'utf8')
    for (let run = 0; run < RUNS; run++) {
      const title = `A title for run ${run}`
      await writeFile(join(root, FILE), original.replace(/^title: .*$/m, `title: ${title}`))
      ours.push(
        await seconds(() =>
          page.waitForFunction(
            ([no, text]) => document.querySelector(`[data-slidev-no="${no}"] h1`)?.textContent === text,
            [slide, title] as const,
            { polling: 5 },
          ),
        ),
      )
      theirs.push(
        await seconds(async () => {
          await page.reload({ waitUntil: 'commit' })
          await page.waitForSelector(`[data-slidev-no="${slide}"] h1`)
        }),
      )
    }
    return {
      ours: { name: 'edit, no reload, answer kept', seconds: ours },
      theirs: { name: 'a full reload of the page', seconds: theirs },
    }
  } finally {
    await page.close()
    await stop()
  }
}

async function findSlide(page: Page, origin: string): Promise<number> {
  for (let no = 1; no < 40; no++) {
    await page.goto(`${origin}${no}`)
    const found = await page.waitForSelector(`[data-slidev-no="${no}"] .slide`)
    if (await found.$('[data-exercise="strangers-who-talk"]')) return no
  }
  throw new Error('No slide asks strangers-who-talk.')
}
