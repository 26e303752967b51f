import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'
import { build } from 'vite'

import type { MapCost } from './network-map-page'
import { median } from './report'

const SIZES = [40, 500]
const RUNS = 20
/** One frame of a screen that shows sixty a second, in milliseconds. */
const FRAME = 16

/** In the browser, since that is where maps are read. Ties join every fifth pair, far more than people have. */
export async function benchNetworkMap(root: string, browser: Browser): Promise<MapCost[]> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(root, 'bench/network-map-page.ts'), formats: ['iife'], name: 'map' },
    },
  })
  const [output] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[]
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: output!.output[0]!.code })
    const costs: MapCost[] = []
    for (const people of SIZES) costs.push(await page.evaluate(`map.costOf(${people}, ${RUNS})`))
    return costs
  } finally {
    await page.close()
  }
}

export function reportNetworkMap(costs: readonly MapCost[]) {
  console.log(`A change of a network map in the browser (goal for ${SIZES[0]} people: both together under ${FRAME} ms)`)
  for (const { people, measures, step, wait } of costs) {
    const [first, second] = [median(measures), median(step)]
    console.log(
      `  ${`${people} people`.padEnd(44)} measures ${first.toFixed(2)} ms, one layout step ${second.toFixed(2)} ms, ` +
        `together ${(first + second).toFixed(2)} ms; a key waits for ${wait.toFixed(0)} ms at the most`,
    )
  }
  console.log()
}
