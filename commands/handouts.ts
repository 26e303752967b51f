console.error(`${(performance.timeOrigin + performance.now() - +(process.env.T0 ?? 0)).toFixed(0).padStart(6)} loaded`);
import { renameSync, rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { withWorkers } from '../handouts/workers'
import { run } from './command'
import { makeFolder } from './make-folder'
import { printFlags, printOptions } from './print-options'

const FOLDER = 'dist/handouts'

await run('handouts', 'Prints every PDF into dist/handouts.', printFlags, flags => withWorkers(process.cwd(), async (workers) => {
  const root = process.cwd()
console.error(`${(performance.timeOrigin + performance.now() - +(process.env.T0 ?? 0)).toFixed(0).padStart(6)} command`);
  const began = performance.now()
  // Asked for only now, so that the threads begin before it.
  const { loadOrThrow } = await import('../model/load')
  const workshop = await loadOrThrow(root)
console.error(`${(performance.timeOrigin + performance.now() - +(process.env.T0 ?? 0)).toFixed(0).padStart(6)} checked`);
  const options = printOptions(flags, workshop)
  step('check', `${workshop.modules.length} modules, ${workshop.slides.length} slides`, performance.now() - began)

  // Made before the long work, so that a folder that cannot be written is said at once.
  const folder = await makeFolder(root, FOLDER)
  // Only now, so that a slip in a flag or in the content is answered without loading what prints.
  const { makeHandouts } = await import('../handouts/build')
console.error(`${(performance.timeOrigin + performance.now() - +(process.env.T0 ?? 0)).toFixed(0).padStart(6)} imported`);
  const draft = await mkdtemp(join(folder, '.draft-'))
  // An interrupted process ends at once: only what is done without waiting is done at all.
  const tidy = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', tidy)
  try {
    const handouts = await makeHandouts(workers, workshop, options, {
      done: (name, pages, bytes, took) => step(name, `${pages} pages, ${Math.round(bytes / 1024)} kB`, took),
    })
    for (const { name, bytes } of handouts)
      await writeFile(join(draft, name), bytes)
    // All are whole: only now do they take the places of the earlier ones, in one go that no interrupt can part.
    for (const { name } of handouts)
      renameSync(join(draft, name), join(folder, name))
console.error(`${(performance.timeOrigin + performance.now() - +(process.env.T0 ?? 0)).toFixed(0).padStart(6)} written`);
    for (const { name } of handouts)
      console.log(`${FOLDER}/${name}`)
  }
  finally {
    await rm(draft, { recursive: true, force: true })
    process.off('exit', tidy)
  }
}))

function step(name: string, what: string, took: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(26)} ${(took / 1000).toFixed(1)} s`)
}
