import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

import vue from '@vitejs/plugin-vue'
import type { Rolldown } from 'vite'
import { build } from 'vite'

import { asProduction } from '../building/as-production'
import { compiled } from '../building/compile'
import { OLDEST_BROWSERS } from '../building/oldest-browsers'
import type { LearnerWorkshop } from '../model/views'
import type { Kilobytes } from './budget'
import type { PageOut } from './budget'
import { checkBudget, checkPrecache } from './budget'
import type { Assets } from './document'
import { manifest, sitemap } from './files'
import type { Extra } from './offline/extras'
import { EXTRAS } from './published-files'

interface Prerenderer {
  prerender: (workshop: LearnerWorkshop, assets: Assets, extrasSize: number) => Promise<PageOut[]>
  socialPicture: (workshop: LearnerWorkshop) => Promise<string>
}

export interface SiteEffects {
  /** Photographs a page of HTML; for the picture that goes with a link. */
  photograph: (html: string, css: string, size: { width: number; height: number }) => Promise<Uint8Array>
}

export interface BuiltSite {
  pages: number
  weights: Kilobytes[]
  precached: number
}

/**
 * Builds the self-paced site into a folder in which the public deck and the papers lie already.
 * @param root the project's folder
 * @param out an existing folder; paths inside are relative, so it works under any address
 * @throws OverBudget when a page weighs too much
 */
export async function buildSite(
  root: string,
  workshop: LearnerWorkshop,
  out: string,
  effects: SiteEffects,
): Promise<BuiltSite> {
  const extras = await filesIn(out)
  const { assets, chunks } = await buildScripts(root, out)
  const { prerender, socialPicture } = await compiled<Prerenderer>(root, 'site/prerender.ts')
  if (workshop.address) {
    const css = `${assets.first}${await wholeStyle(join(out, assets.style))}`
    await writeFile(
      join(out, 'social.png'),
      await effects.photograph(await socialPicture(workshop), css, { width: 1200, height: 630 }),
    )
  }
  const pages = await prerender(
    workshop,
    assets,
    extras.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  for (const { file, html, records } of pages) {
    await writeFile(join(out, file), html)
    for (const { file, json } of records) await writeFile(join(out, file), json)
  }
  for (const file of ['favicon.svg', 'icon-192.png', 'icon-512.png', 'apple-touch-icon.png'])
    await copyFile(join(root, 'public', file), join(out, file))
  await writeFile(join(out, 'manifest.webmanifest'), manifest(workshop))
  if (workshop.address)
    await writeFile(
      join(out, 'sitemap.xml'),
      sitemap(
        workshop.address,
        pages.map(({ file }) => file),
      ),
    )
  const weights = await checkBudget(out, pages, assets, chunks, Object.keys(workshop.exercises).length)
  const precached = await buildWorker(root, workshop, out, extras)
  return { pages: pages.length, weights, precached }
}

/** The scripts and the style, named by what is in them. */
async function buildScripts(root: string, out: string): Promise<{ assets: Assets; chunks: Rolldown.OutputChunk[] }> {
  const shared = {
    root,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  } as const
  // One build for the two pieces that stand in every page: the script brings its style along.
  const early = (await asProduction(() =>
    build({
      ...shared,
      build: {
        target: OLDEST_BROWSERS,
        write: false,
        cssCodeSplit: false,
        rollupOptions: { input: join(root, 'site/script/early.ts'), output: { format: 'iife' } },
      },
    }),
  )) as Rolldown.RolldownOutput
  const main = (await asProduction(() =>
    build({
      ...shared,
      // Without comments, as the prerendered pages are: hydration compares the two. The compiler's own default turns
      // on what NODE_ENV was when it was first loaded.
      plugins: [vue({ template: { compilerOptions: { comments: false } } })],
      build: {
        target: OLDEST_BROWSERS,
        outDir: out,
        emptyOutDir: false,
        // One style for all: prerendered exercises look right before their scripts come.
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: join(root, 'site/script/main.ts'),
          // What every page begins with comes in one file. Without this it came in twenty, and a phone asks a server
          // for six at a time.
          output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } },
        },
      },
    }),
  )) as Rolldown.RolldownOutput
  const chunks = main.output.filter(each => each.type === 'chunk')
  return {
    assets: {
      early: early.output[0].code.trim(),
      first: String(
        (early.output.find(({ fileName }) => fileName.endsWith('.css')) as Rolldown.OutputAsset).source,
      ).trim(),
      main: chunks.find(({ isEntry }) => isEntry)!.fileName,
      style: main.output.find(({ fileName }) => fileName.endsWith('.css'))!.fileName,
    },
    chunks,
  }
}

/** A style with its typefaces in it, for a page without an address. */
async function wholeStyle(file: string): Promise<string> {
  const css = await readFile(file, 'utf8')
  const fonts = [...new Set([...css.matchAll(/url\((\S+?\.woff2)\)/g)].map(([, name]) => name!))]
  const whole = await Promise.all(
    fonts.map(async name => [name, (await readFile(join(dirname(file), name))).toString('base64')] as const),
  )
  return whole.reduce(
    (style, [name, data]) => style.replaceAll(`url(${name})`, () => `url(data:font/woff2;base64,${data})`),
    css,
  )
}

/** The worker comes last: it names every file that it keeps, and what is in it. */
async function buildWorker(
  root: string,
  { id, exercises }: LearnerWorkshop,
  out: string,
  extras: BuiltFile[],
): Promise<number> {
  const kept = (await filesIn(out)).filter(
    ({ file }) => !EXTRAS.test(file) && file !== 'sitemap.xml' && file !== 'social.png',
  )
  checkPrecache(kept, Object.keys(exercises).length)
  // A name under assets/ says what is in it; everything else needs its hash in the list.
  const precache = kept.map(({ file, hash }) => ({ url: file, revision: file.startsWith('assets/') ? null : hash }))
  const extrasKept: Extra[] = extras.map(({ file, hash }) => (file.includes('/assets/') ? { file } : { file, hash }))
  await asProduction(() =>
    build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: {
        'PRECACHE': JSON.stringify(precache),
        'EXTRAS': JSON.stringify(extrasKept),
        'WORKSHOP': JSON.stringify(id),
        'process.env.NODE_ENV': '"production"',
      },
      build: {
        target: OLDEST_BROWSERS,
        outDir: out,
        emptyOutDir: false,
        rollupOptions: {
          input: join(root, 'site/offline/worker.ts'),
          output: { format: 'iife', entryFileNames: 'worker.js' },
        },
      },
    }),
  )
  return kept.reduce((sum, { bytes }) => sum + bytes, 0)
}

interface BuiltFile {
  file: string
  bytes: number
  hash: string
}

async function filesIn(folder: string): Promise<BuiltFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    names
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name)
        const content = await readFile(path)
        return {
          file: relative(folder, path).split(sep).join('/'),
          bytes: content.length,
          hash: createHash('sha256').update(content).digest('hex').slice(0, 16),
        }
      }),
  )
}
