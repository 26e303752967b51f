import { rmSync } from 'node:fs'
import os from 'node:os'
import process from 'node:process'

import { run } from '../commands/command'
import { launchBrowser } from '../handouts/browser'
import { benchExplorables, reportExplorables } from './explorables'
import { benchFirstSlide } from './first-slide'
import { benchFirstStart } from './first-start'
import { benchFirstVisit, firstPaint } from './first-visit'
import { benchGrowth, reportGrowth } from './growth'
import { benchHandouts } from './handouts'
import { benchLiveEdit } from './live-edit'
import { benchNetworkMap, reportNetworkMap } from './network-map'
import { copyProject } from './project-copy'
import { median, report } from './report'
import { benchRoom, reportRoom } from './room'

/**
 * `npm run bench`: the figures of the README, each beside what a user would take instead, in one run on one
 * machine. Machines differ and are shared, so the ratios count and the seconds do not. Nothing here is a test.
 */
await run(
  'bench',
  'Measures the figures of the README, each beside what one would take instead. Takes some minutes.',
  {},
  async () => {
    console.log(`Node ${process.version}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`)
    const browser = await launchBrowser()
    const root = await copyProject(process.cwd())
    // An interrupted process ends at once: only what is done without waiting is done at all.
    process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
    try {
      report('Every PDF, nothing built before', await benchHandouts(root), 0.25)
      report('The first npm start after npm ci', await benchFirstStart(root), 1.15)
      report(
        'npm start, nothing changed, to the first slide painted',
        await benchFirstSlide(root, browser),
        undefined,
        2,
      )
      report('A YAML line edited, to the changed slide', await benchLiveEdit(root, browser), undefined, 0.3)
      reportRoom(await benchRoom(root))
      reportNetworkMap(await benchNetworkMap(root, browser))
      reportExplorables(await benchExplorables(root, browser))
      const visits = await benchFirstVisit(root, browser)
      report('A first visit on a slow phone, to the first paint', firstPaint(visits), undefined, 0.7)
      console.log('What that first visit weighs, packed (goal for a lesson: under 100 kB, under 150 kB with fonts)')
      for (const { name, paint, kB, fonts_kB } of visits)
        console.log(
          `  ${name.padEnd(44)} ${kB.toFixed(0).padStart(4)} kB, ` +
            `with fonts ${(kB + fonts_kB).toFixed(0).padStart(4)} kB; first paint after ${median(paint).toFixed(2)} s`,
        )
      // The last: it writes other content into the copy.
      reportGrowth(await benchGrowth(root))
    } finally {
      await browser.close()
    }
  },
)
process.exit()
