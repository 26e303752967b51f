import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { COMPILED } from '../building/keep-compiled.mjs'
import { runNode, startNode, WITHOUT_CACHE } from './processes'
import type { Comparison } from './report'
import { seconds } from './report'

const RUNS = 5

/** What Slidev needs to draw the same slides, and nothing else of ours: no exercises on pages of their own. */
const BARE = `import { defineConfig } from 'vite'

import { virtualWorkshop } from './setup/virtual-workshop'

export default defineConfig({ plugins: [virtualWorkshop(process.cwd())] })
`

/** The first `npm start` after `npm ci`, until the deck is served, against one `slidev build` of the same slides. */
export async function benchFirstStart(root: string): Promise<Comparison> {
  const ours: number[] = []
  const theirs: number[] = []
  const config = join(root, 'vite.config.ts')
  const own = await readFile(config, 'utf8')
  for (let run = 0; run < RUNS; run++) {
    await nothingBuilt(root)
    let stop = async () => {}
    ours.push(
      await seconds(async () => {
        const start = ['commands/run.mjs', 'commands/start.ts', '--port', '0']
        const server = await startNode(root, start, /Projector\s+(http\S+)/, WITHOUT_CACHE)
        stop = server.stop
      }),
    )
    await stop()

    await nothingBuilt(root)
    await writeFile(config, BARE)
    theirs.push(
      await seconds(() =>
        runNode(root, ['node_modules/@slidev/cli/bin/slidev.mjs', 'build', 'slides.md', '--out', 'dist/bare']),
      ),
    )
    await writeFile(config, own)
  }
  return {
    ours: { name: 'npm start: checked, built and served', seconds: ours },
    theirs: { name: 'slidev build, with notes', seconds: theirs },
  }
}

async function nothingBuilt(root: string) {
  for (const built of ['dist', 'node_modules/.vite', COMPILED])
    await rm(join(root, built), { recursive: true, force: true })
}
