import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'

import { loadOrThrow } from '../model/load'
import { startNode } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 8

/** While authoring: one line of YAML, to the slide that shows it; against loading the page anew. */
export async function benchLiveEdit(root: string, browser: Browser): Promise<Comparison> {
  const { found: origin, stop } = await startNode(
    root,
    ['commands/run.mjs', 'commands/dev.ts', '--port', '3978'],
    /(http:\/\/localhost:3978\/)/,
  )
  const page = await browser.newPage()
  try {
    const { slides, modules } = await loadOrThrow(root)
    const asking = slides.find(({ role }) => role === 'ask')!
    const slide = asking.no
    const { folder } = modules.find(({ id }) => id === asking.module)!
    const file = join(root, folder, `exercises/${asking.exercise}.yaml`)
    await page.goto(`${origin}${slide}`)
    await page.waitForSelector(`[data-slidev-no="${slide}"] [data-exercise="${asking.exercise}"]`)
    const ours: number[] = []
    const theirs: number[] = []
    const original = await readFile(file, 'utf8')
    for (let run = 0; run < RUNS; run++) {
      const title = `A title for run ${run}`
      await writeFile(file, original.replace(/^title: .*$/m, `title: ${title}`))
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
