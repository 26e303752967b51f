import { rmSync } from 'node:fs'
import os from 'node:os'
import process from 'node:process'

import type { Browser } from 'playwright-chromium'

import { runCommand } from '../commands/run-command'
import { launchBrowser } from '../handouts/browser'
import { UserError } from '../model/user-error'
import { benchExplorables, reportExplorables } from './explorables'
import { benchFirstSlide } from './first-slide'
import { benchFirstStart } from './first-start'
import { benchFirstTap, benchFirstVisit, firstPaint } from './first-visit'
import { benchGrowth, reportGrowth } from './growth'
import { benchHandouts } from './handouts'
import { benchLiveEdit } from './live-edit'
import { benchNetworkMap, reportNetworkMap } from './network-map'
import { copyProject } from './project-copy'
import { median, report } from './report'
import { benchRoom, reportRoom } from './room'
import { benchHardRoom, reportHardRoom } from './room-hard'
import { benchTricks } from './tricks'

/** Every row by name, in the order in which they are measured and printed. */
const rows: Record<string, (root: string, browser: Browser) => Promise<void>> = {
  'handouts': async root => {
    const { first, again } = await benchHandouts(root)
    report('Every PDF, the first time after a change of the code', first)
    report('Every PDF', again, 0.25)
  },
  'first-start': async root => report('The first npm start after npm ci', await benchFirstStart(root), 1.15),
  'first-slide': async (root, browser) =>
    report(
      'npm start, nothing changed, to the first slide painted',
      await benchFirstSlide(root, browser),
      undefined,
      2,
    ),
  'live-edit': async (root, browser) =>
    report('A YAML line edited, to the changed slide', await benchLiveEdit(root, browser), undefined, 0.3),
  'room': async root => reportRoom(await benchRoom(root)),
  'room-hard': async () => reportHardRoom(await benchHardRoom()),
  'network-map': async (root, browser) => reportNetworkMap(await benchNetworkMap(root, browser)),
  'explorables': async (root, browser) => reportExplorables(await benchExplorables(root, browser)),
  'tricks': benchTricks,
  'first-visit': async (root, browser) => {
    const visits = await benchFirstVisit(root, browser)
    report('A first visit on a slow phone, to the first paint', firstPaint(visits), undefined, 0.7)
    report('From opening a page to its first answer to a tap', await benchFirstTap(root, browser), undefined, 2)
    console.log('What that first visit weighs, packed (goal for a lesson: under 100 kB, under 150 kB with fonts)')
    for (const { name, paint, kB, fonts_kB } of visits)
      console.log(
        `  ${name.padEnd(44)} ${kB.toFixed(0).padStart(4)} kB, ` +
          `with fonts ${(kB + fonts_kB).toFixed(0).padStart(4)} kB; first paint after ${median(paint).toFixed(2)} s`,
      )
  },
  // The last: it writes other content into the copy.
  'growth': async root => reportGrowth(await benchGrowth(root)),
}

/**
 * `npm run bench`: the figures of the README, each beside what a user would take instead, in one run on one
 * machine. Machines differ and are shared, so the ratios count and the seconds do not. Nothing here is a test.
 */
await runCommand(
  'bench',
  'Measures the figures of the README, each beside what one would take instead. Takes some minutes.',
  { only: { type: 'string', example: 'first-start', about: 'one row alone; a wrong name lists them' } },
  async ({ only }) => {
    if (only !== undefined && !(only in rows))
      throw new UserError(`There is no row "${only}".`, `known: ${Object.keys(rows).join(', ')}.`)
    console.log(`Node ${process.version}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`)
    const browser = await launchBrowser()
    const root = await copyProject(process.cwd())
    // An interrupted process ends at once: exit handlers are synchronous.
    process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
    try {
      for (const [name, measure] of Object.entries(rows)) if ((only ?? name) === name) await measure(root, browser)
    } finally {
      await browser.close()
    }
  },
)
process.exit()
