import { cpSync, rmSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { loadOrThrow } from '../model/load'
import { grow } from '../tests/fixtures/grown'
import { sampleWorkshop } from '../tests/fixtures/sample'
import { runNode } from './processes'
import { median, seconds } from './report'

/** How many modules, with five exercises each but for the first two. */
const SIZES = [5, 10, 20, 40]

export interface Growth {
  modules: number
  exercises: number
  /** Seconds. */
  check: number
  handouts: number
  build: number
  /** Thousands of bytes of the whole site without its papers and slides. */
  site: number
}

/** Checks, prints and builds workshops of several sizes, in a copy of the project whose content is theirs. */
export async function benchGrowth(root: string): Promise<Growth[]> {
  const found: Growth[] = []
  for (const modules of SIZES) {
    const sample = sampleWorkshop()
    try {
      grow(sample, modules - 2)
      for (const name of ['content', 'slides.md', 'dist']) rmSync(join(root, name), { recursive: true, force: true })
      for (const name of ['content', 'slides.md', 'public'])
        cpSync(join(sample.root, name), join(root, name), { recursive: true })
    } finally {
      sample.dispose()
    }
    const exercises = Object.keys((await loadOrThrow(root)).exercises).length
    const checks: number[] = []
    for (let run = 0; run < 5; run++) checks.push(await seconds(() => loadOrThrow(root)))
    found.push({
      modules,
      exercises,
      check: median(checks),
      handouts: await seconds(() => runNode(root, ['commands/run.mjs', 'commands/handouts.ts', '--paper', 'a4'])),
      build: await seconds(() => runNode(root, ['commands/run.mjs', 'commands/build.ts'])),
      site: (await weightOf(join(root, 'dist/site'))) / 1000,
    })
  }
  return found
}

/** Prints each size beside the smallest: in a straight line, what one exercise takes stays the same or falls. */
export function reportGrowth(found: readonly Growth[]) {
  console.log('Workshops of several sizes (for one exercise, against the smallest; goal: at most 1)')
  const [smallest] = found
  for (const size of found) {
    const figures = (['check', 'handouts', 'build', 'site'] as const).map(name => {
      const ratio = size[name] / size.exercises / (smallest![name] / smallest!.exercises)
      const measured = name === 'site' ? `${size[name].toFixed(0)} kB` : `${size[name].toFixed(2)} s`
      return `${name} ${measured} (${ratio.toFixed(2)})`
    })
    console.log(`  ${`${size.modules} modules, ${size.exercises} exercises`.padEnd(28)} ${figures.join(', ')}`)
  }
  console.log()
}

async function weightOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const own = names.filter(name => !/^(?:slides|handouts)\b/.test(name))
  const sizes = await Promise.all(own.map(async name => stat(join(folder, name))))
  return sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0)
}
