import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

import { makeDraft } from '../building/draft'
import { withPress } from '../handouts/press'
import { makeFolder } from './make-folder'
import { HANDOUTS, printFlags, printOptions, readPrintFlags } from './print-options'
import { runCommand } from './run-command'

// V8 optimizes what runs often, for programs that go on for hours. In the few seconds of this one that pays for small
// functions; for larger ones, and for joining them together, it would take a sixth of the processor's time.
setFlagsFromString('--max-optimized-bytecode-size=500')
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')

await runCommand('handouts', `Prints every PDF into ${HANDOUTS}.`, printFlags, async values => {
  const flags = readPrintFlags(values)
  await withPress(process.cwd(), async press => {
    const root = process.cwd()
    const began = performance.now()
    // Asked for only now, so that what prints begins to be made ready before it.
    const { loadOrThrow } = await import('../model/load')
    const workshop = await loadOrThrow(root)
    const options = printOptions(flags, workshop)
    step('check', `${workshop.modules.length} modules, ${workshop.slides.length} slides`, performance.now() - began)

    // Before the long work, so that a folder that cannot be written is said at once.
    const draft = makeDraft(await makeFolder(root, HANDOUTS))
    const { makeHandouts } = await import('../handouts/build')
    try {
      const handouts = await makeHandouts(press, workshop, options, {
        done: (name, pages, bytes, took) => step(name, `${pages} pages, ${Math.round(bytes / 1024)} kB`, took),
      })
      for (const { name, bytes } of handouts) await writeFile(join(draft.folder, name), bytes)
      draft.swapIn()
      const borrowed = [...new Set(handouts.flatMap(each => each.borrowed))]
      if (borrowed.length)
        console.error(`  Signs that the kit’s typefaces do not have are set in this machine’s ${borrowed.join(', ')}.`)
      for (const { name } of handouts) console.log(`${HANDOUTS}/${name}`)
    } finally {
      draft.discard()
    }
  })
})

function step(name: string, what: string, took: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(26)} ${(took / 1000).toFixed(1)} s`)
}
