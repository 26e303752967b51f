import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import type { Browser } from 'playwright-chromium'
import { build } from 'vite'

import type { StepCost } from './explorables-page'
import { median } from './report'

const PEOPLE = 200
const RUNS = 8
/** Half a frame of a screen that shows sixty a second, in milliseconds: the other half is the browser's. */
const GOAL = 8

export interface ExplorableCost extends StepCost {
  name: string
}

/** In the browser, since that is where they are played. */
export async function benchExplorables(root: string, browser: Browser): Promise<ExplorableCost[]> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(root, 'bench/explorables-page.ts'), formats: ['iife'], name: 'explorables' },
    },
  })
  const [output] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[]
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: output!.output[0]!.code })
    const costOf = (name: string): Promise<StepCost> => page.evaluate(`explorables.${name}(${PEOPLE}, ${RUNS})`)
    return [
      { name: `ten minutes of a reception of ${PEOPLE}`, ...(await costOf('receptionOf')) },
      { name: `a week in a town of ${PEOPLE}`, ...(await costOf('townOf')) },
    ]
  } finally {
    await page.close()
  }
}

export function reportExplorables(costs: readonly ExplorableCost[]) {
  console.log(`A step of an explorable in the browser (goal: step and draw together under ${GOAL} ms)`)
  for (const { name, step, draw } of costs) {
    const [first, second] = [median(step), median(draw)]
    const most = Math.max(...step.map((each, at) => each + draw[at]!))
    console.log(
      `  ${name.padEnd(44)} step ${first.toFixed(2)} ms, draw ${second.toFixed(2)} ms, ` +
        `together ${(first + second).toFixed(2)} ms (at most ${most.toFixed(2)} ms)`,
    )
  }
  console.log()
}
