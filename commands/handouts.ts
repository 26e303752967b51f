import { renameSync, rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

import { withPress } from '../handouts/press'
import { run } from './command'
import { makeFolder } from './make-folder'
import { printFlags, printOptions } from './print-options'

const FOLDER = 'dist/handouts'

// V8 optimizes what runs often, for programs that go on for hours. In the few seconds of this one that pays for small
// functions; for larger ones, and for joining them together, it would take a sixth of the processor's time.
setFlagsFromString('--max-optimized-bytecode-size=500')
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')

await run('handouts', 'Prints every PDF into dist/handouts.', printFlags, flags =>
  withPress(process.cwd(), async press => {
    const root = process.cwd()
    const began = performance.now()
    // Asked for only now, so that what prints begins to be made ready before it.
    const { loadOrThrow } = await import('../model/load')
    const workshop = await loadOrThrow(root)
    const options = printOptions(flags, workshop)
    step('check', `${workshop.modules.length} modules, ${workshop.slides.length} slides`, performance.now() - began)

    // Made before the long work, so that a folder that cannot be written is said at once.
    const folder = await makeFolder(root, FOLDER)
    const { makeHandouts } = await import('../handouts/build')
    const draft = await mkdtemp(join(folder, '.draft-'))
    // An interrupted process ends at once: only what is done without waiting is done at all.
    const tidy = () => rmSync(draft, { recursive: true, force: true })
    process.once('exit', tidy)
    try {
      const handouts = await makeHandouts(press, workshop, options, {
        done: (name, pages, bytes, took) => step(name, `${pages} pages, ${Math.round(bytes / 1024)} kB`, took),
      })
      for (const { name, bytes } of handouts) await writeFile(join(draft, name), bytes)
      // All are whole: only now do they take the places of the earlier ones, in one go that no interrupt can part.
      for (const { name } of handouts) renameSync(join(draft, name), join(folder, name))
      for (const { name } of handouts) console.log(`${FOLDER}/${name}`)
    } finally {
      await rm(draft, { recursive: true, force: true })
      process.off('exit', tidy)
    }
  }),
)

function step(name: string, what: string, took: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(26)} ${(took / 1000).toFixed(1)} s`)
}
