import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { COMPILED } from '../building/keep-compiled.mjs'
import { runNode } from './processes'
import type { Comparison } from './report'
import { report, seconds } from './report'

const RUNS = 5

interface Trick {
  name: string
  file: string
  /** Pieces of the file, each with what would stand there without the trick. */
  pieces: readonly [piece: string, without: string][]
}

const COMMAND = 'commands/handouts.ts'
const PROCESS = "import process from 'node:process'\n"

/** What the code does for speed alone and could do without. Under a gain of 3 % a trick is to go. */
const TRICKS: readonly Trick[] = [
  {
    name: 'V8 optimizes small functions alone',
    file: 'commands/handouts.ts',
    pieces: [["setFlagsFromString('--max-optimized-bytecode-size=500')\n", '']],
  },
  {
    name: 'V8 joins few functions together',
    file: 'commands/handouts.ts',
    pieces: [["setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')\n", '']],
  },
  {
    name: 'The bundler gets its memory in small pages',
    file: 'commands/run.mjs',
    pieces: [["process.env.MIMALLOC_ALLOW_THP ??= '0'\n", '']],
  },
  {
    name: "Vue's compiler comes without TypeScript",
    file: 'building/compile-thread.mjs',
    pieces: [
      ['          compiler: compilerAlone(),\n', ''],
      ["          script: { fs: { fileExists: existsSync, readFile: name => readFileSync(name, 'utf8') } },\n", ''],
    ],
  },
  {
    name: 'Playwright is loaded as CommonJS',
    file: 'handouts/browser.ts',
    pieces: [
      ["(createRequire(import.meta.url)('playwright-chromium') as { chromium: BrowserType }).chromium", 'imported'],
      [PROCESS, `${PROCESS}import { chromium as imported } from 'playwright-chromium'\n`],
    ],
  },
  {
    name: 'The browser that prints makes no frames',
    file: 'handouts/press.ts',
    pieces: [['launchBrowser(NO_FRAMES)', 'launchBrowser()']],
  },
  {
    name: 'The command is bundled, and tsx is not loaded',
    file: 'package.json',
    pieces: [[`commands/run.mjs ${COMMAND}`, `--import tsx ${COMMAND}`]],
  },
]

/** `npm run handouts`, nothing built before, with each trick and without it. */
export async function benchTricks(root: string): Promise<void> {
  for (const trick of TRICKS) report(`${trick.name}: every PDF`, await compare(root, trick), 0.97)
}

async function compare(root: string, { file, pieces }: Trick): Promise<Comparison> {
  const path = join(root, file)
  const own = await readFile(path, 'utf8')
  const without = pieces.reduce((text, [piece, instead]) => {
    if (!text.includes(piece)) throw new Error(`${file} no longer holds ${piece}`)
    return text.replace(piece, () => instead)
  }, own)
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const both = [
      { text: own, times: ours },
      { text: without, times: theirs },
    ]
    // In turn, so that a machine that grows busier favours neither.
    for (const { text, times } of run % 2 ? both.reverse() : both) {
      await writeFile(path, text)
      for (const built of ['dist', 'node_modules/.vite', COMPILED])
        await rm(join(root, built), { recursive: true, force: true })
      const script = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as typeof import('../package.json')
      const [, ...args] = script.scripts.handouts.split(' ')
      times.push(await seconds(() => runNode(root, args)))
    }
  }
  await writeFile(path, own)
  return { ours: { name: 'with it', seconds: ours }, theirs: { name: 'without it', seconds: theirs } }
}
