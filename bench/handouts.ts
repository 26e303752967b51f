import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { COMPILED } from '../building/keep-compiled.mjs'
import { browserPath } from '../handouts/browser'
import { runNode } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 5

/**
 * All PDFs against Slidev's own export of the same deck, without clicks: the first time after a change of the code,
 * when templates are compiled too, and every other time.
 */
export async function benchHandouts(root: string): Promise<Record<'first' | 'again', Comparison>> {
  const executable = await browserPath()
  const first: number[] = []
  const again: number[] = []
  const theirs: number[] = []
  const print = () => seconds(() => runNode(root, ['commands/run.mjs', 'commands/handouts.ts']))
  for (let run = 0; run < RUNS; run++) {
    for (const built of ['dist', 'node_modules/.vite', COMPILED])
      await rm(join(root, built), { recursive: true, force: true })
    first.push(await print())
    await rm(join(root, 'dist'), { recursive: true })
    again.push(await print())
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
  const slidev = { name: 'slidev export (1 PDF, untagged)', seconds: theirs }
  return {
    first: { ours: { name: 'npm run handouts (8 PDFs, tagged), compiling', seconds: first }, theirs: slidev },
    again: { ours: { name: 'npm run handouts (8 PDFs, tagged)', seconds: again }, theirs: slidev },
  }
}
