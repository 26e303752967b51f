import type { Browser } from 'playwright-chromium'

import { startNode } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 5

/** From the command to the first slide on the screen, against Slidev's dev server, warm. */
export async function benchFirstSlide(root: string, browser: Browser): Promise<Comparison> {
  const ours: number[] = []
  const theirs: number[] = []
  // The first round builds, and warms the dev server's cache; it is not counted.
  for (let run = -1; run < RUNS; run++) {
    const a = await once(browser, () =>
      startNode(root, ['commands/run.mjs', 'commands/start.ts', '--port', '0'], /Projector\s+(http\S+)/),
    )
    const b = await once(browser, () =>
      startNode(
        root,
        ['node_modules/@slidev/cli/bin/slidev.mjs', 'slides.md', '--port', '3977', '--bind', '127.0.0.1'],
        /(http:\/\/localhost:3977\/)/,
      ),
    )
    if (run >= 0) {
      ours.push(a)
      theirs.push(b)
    }
  }
  return { ours: { name: 'npm start', seconds: ours }, theirs: { name: 'slidev (dev server, warm)', seconds: theirs } }
}

async function once(browser: Browser, start: () => ReturnType<typeof startNode>): Promise<number> {
  const page = await browser.newPage()
  let stop = async () => {}
  const took = await seconds(async () => {
    const server = await start()
    stop = server.stop
    await page.goto(server.found, { waitUntil: 'commit' })
    await page.waitForSelector('.slide h1')
    // Painted means that a frame has been drawn with it.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
  })
  await page.close()
  await stop()
  return took
}
