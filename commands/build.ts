import type { ChildProcess } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { loadOrThrow } from '../model/load'
import { PAPERS } from '../model/schemas/workshop'
import { forLearner } from '../model/views'
import { run } from './command'
import { makeFolder } from './make-folder'

const FOLDER = 'dist/site'

await run('build', `Builds the self-paced site into ${FOLDER}, with the public deck and the papers that participants print.`, {}, async () => {
  const root = process.cwd()
  const began = performance.now()
  const workshop = await loadOrThrow(root)
  step('check', `${workshop.modules.length} modules, ${Object.keys(workshop.exercises).length} exercises`, began)

  // Made before the long work, so that a folder that cannot be written is said at once.
  const dist = await makeFolder(root, 'dist')
  const draft = await mkdtemp(join(dist, '.site-'))
  const builds: ChildProcess[] = []
  const tidy = () => {
    for (const build of builds)
      build.kill('SIGKILL')
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', tidy)
  try {
    await Promise.all([publicDeck(root, join(draft, 'slides'), builds), papers(root, workshop, join(draft, 'handouts'))])
    const site = performance.now()
    const { buildSite } = await import('../site/build')
    const { photograph } = await import('./photograph')
    const { pages, weights, precached } = await buildSite(root, forLearner(workshop), draft, { photograph })
    const { buildServer } = await import('./site-server')
    await buildServer(root, draft)
    const heaviest = weights.toSorted((a, b) => b.page_kB - a.page_kB)[0]!
    step('pages', `${pages} pages, the heaviest ${heaviest.page}: ${heaviest.page_kB.toFixed(0)} kB, ${heaviest.withFonts_kB.toFixed(0)} with fonts`, site)
    step('offline', `${(precached / 1000).toFixed(0)} kB are kept on a device`, site)

    // Everything is whole: only now does it take the place of the earlier one.
    const earlier = `${draft}-earlier`
    rename(join(root, FOLDER), earlier)
    renameSync(draft, join(root, FOLDER))
    rmSync(earlier, { recursive: true, force: true, maxRetries: 5 })
  }
  finally {
    process.off('exit', tidy)
    tidy()
  }
  if (!workshop.address)
    console.error('  Left out: canonical addresses, sitemap and social picture. Give the site\'s "address:" in content/workshop.yaml to have them.')
  console.log(`${FOLDER}\nLook at it:  node ${FOLDER}/serve.mjs`)
})

/** Relative throughout, and addressed by what follows the #, so that any static host will do. */
async function publicDeck(root: string, out: string, builds: ChildProcess[]) {
  const began = performance.now()
  const { buildDeck } = await import('./decks')
  const { DECK_POLICY } = await import('../site/policy')
  await buildDeck(root, './', out, ['--without-notes', '--router-mode', 'hash'], builds)
  const index = join(out, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<head>', `<head>\n<meta http-equiv="Content-Security-Policy" content="${DECK_POLICY}">`))
  // For hosts that Slidev knows and that rewrite addresses; here nothing is rewritten.
  for (const name of ['_redirects', '404.html'])
    rmSync(join(out, name), { force: true })
  step('slides', `${(await readdir(out, { recursive: true })).length} files`, began)
}

async function papers(root: string, workshop: Awaited<ReturnType<typeof loadOrThrow>>, out: string) {
  const { makeHandouts } = await import('../handouts/build')
  const { people, start } = workshop
  const handouts = await makeHandouts(root, workshop, { papers: PAPERS, people, start, workbookOnly: true }, {
    done: (name, pages, _, took) => step(name, `${pages} pages`, performance.now() - took),
  })
  await mkdir(out, { recursive: true })
  for (const { name, bytes } of handouts)
    await writeFile(join(out, name), bytes)
}

function rename(from: string, to: string) {
  try {
    renameSync(from, to)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw error
  }
}

function step(name: string, what: string, began: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(60)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
