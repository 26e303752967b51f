import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { makeHandouts } from '../handouts/build'
import { loadOrThrow } from '../model/load'
import { run } from './command'
import { printFlags, printOptions } from './print-options'

await run('handouts', 'Prints every PDF into dist/handouts.', printFlags, async (flags) => {
  const root = process.cwd()
  const began = performance.now()
  const workshop = await loadOrThrow(root)
  const options = printOptions(flags, workshop)
  step('check', `${workshop.modules.length} modules, ${workshop.slides.length} slides`, performance.now() - began)

  const folder = join(root, 'dist/handouts')
  // Made before the long work, so that a folder that cannot be written is said at once.
  await mkdir(folder, { recursive: true })
  const draft = await mkdtemp(join(folder, '.draft-'))
  process.once('exit', () => void rm(draft, { recursive: true, force: true }))
  try {
    const handouts = await makeHandouts(root, workshop, options, {
      done: (name, pages, bytes, took) => step(name, `${pages} pages, ${Math.round(bytes / 1024)} kB`, took),
    })
    for (const { name, bytes } of handouts)
      await writeFile(join(draft, name), bytes)
    // All are whole: only now do they take the places of the earlier ones.
    for (const name of await readdir(draft))
      await rename(join(draft, name), join(folder, name))
    for (const { name } of handouts)
      console.log(`dist/handouts/${basename(name)}`)
  }
  finally {
    await rm(draft, { recursive: true, force: true })
  }
})

function step(name: string, what: string, took: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(26)} ${(took / 1000).toFixed(1)} s`)
}
