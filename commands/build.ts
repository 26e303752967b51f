import type { ChildProcess } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { loadOrThrow } from '../model/load'
import { run } from './command'
import { makeDraft } from './deck-builds'
import { makeFolder } from './make-folder'

const FOLDER = 'dist/site'

await run(
  'build',
  `Builds the self-paced site into ${FOLDER}, with the public deck and the papers that participants print.`,
  {},
  async () => {
    const root = process.cwd()
    const began = performance.now()
    const workshop = await loadOrThrow(root)
    step('check', `${workshop.modules.length} modules, ${Object.keys(workshop.exercises).length} exercises`, began)

    // Made before the long work, so that a folder that cannot be written is said at once.
    const draft = makeDraft(await makeFolder(root, 'dist'))
    const builds: ChildProcess[] = []
    // An interrupted process ends at once: only what is done without waiting is done at all.
    const tidy = () => {
      for (const build of builds) build.kill('SIGKILL')
      rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
    }
    process.once('exit', tidy)
    try {
      // Only now, so that a slip in the content is answered without loading what builds.
      const { buildWholeSite } = await import('./site')
      const { pages, weights, precached } = await buildWholeSite(root, workshop, draft, { done: step, builds })
      const heaviest = weights.toSorted((a, b) => b.page_kB - a.page_kB)[0]!
      step(
        'pages',
        `${pages}; the heaviest, ${heaviest.page}: ${heaviest.page_kB.toFixed(0)} kB, ${heaviest.withFonts_kB.toFixed(0)} with fonts`,
        began,
      )
      console.error(`  ${(precached / 1000).toFixed(0)} kB are kept on a device after the first visit.`)
      swapIn(draft, join(root, FOLDER))
    } finally {
      process.off('exit', tidy)
      tidy()
    }
    if (!workshop.address)
      console.error(
        '  Left out: canonical addresses, sitemap and social picture. They need the site\'s "address:" in content/workshop.yaml.',
      )
    console.log(FOLDER)
    console.error(`Look at it:  node ${FOLDER}/serve.mjs`)
  },
)

/** Everything is whole: only now does it take the place of the earlier build, in one go that no interrupt can part. */
function swapIn(draft: string, place: string) {
  const earlier = `${draft}-earlier`
  if (existsSync(place)) renameSync(place, earlier)
  try {
    renameSync(draft, place)
  } catch (error) {
    if (existsSync(earlier)) renameSync(earlier, place)
    throw error
  }
  rmSync(earlier, { recursive: true, force: true, maxRetries: 5 })
}

function step(name: string, what: string, began: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(56)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
