import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { browserPath } from '../handouts/browser'
import { runNode } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 5

/** All PDFs against Slidev's own export of the same deck, without clicks; before each run nothing is built. */
export async function benchHandouts(root: string): Promise<Comparison> {
  const executable = await browserPath()
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    for (const built of ['dist', 'node_modules/.vite']) await rm(join(root, built), { recursive: true, force: true })
    ours.push(await seconds(() => runNode(root, ['commands/run.mjs', 'commands/handouts.ts'])))
    theirs.push(
      await seconds(() =>
        runNode(root, [
          'node_modules/@slidev/cli/bin/slidev.mjs',
          'export',
          'slides.md',
          '--output',
          'dist/slides.pdf',
          '--executable-path',
          executable,
          '--timeout',
          '120000',
        ]),
      ),
    )
  }
  return {
    ours: { name: 'npm run handouts (8 PDFs, tagged)', seconds: ours },
    theirs: { name: 'slidev export (1 PDF, untagged)', seconds: theirs },
  }
}
