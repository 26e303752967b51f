import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Rolldown } from 'vite'

import { UserError } from '../model/user-error'
import type { Assets } from './document'
import type { RecordFile } from './exercise-record'
import type { SitePage } from './pages'

/**
 * What a page may weigh, in thousands of bytes as they travel: when it is opened, fonts apart and with them, and once
 * all its exercises have been approached, fonts apart.
 */
export const LIMITS = { opened: 90, withFonts: 155, approached: 135 } as const
/**
 * The limits of one page. The take-home gathers what was answered anywhere, and brings every exercise along for that;
 * it, the welcome and the pages of recall and sources grow with the workshop, from twenty exercises on.
 */
export function limitsOf(kind: SitePage['kind'], exercises: number): Record<keyof typeof LIMITS, number> {
  const more = kind === 'lesson' ? 0 : Math.max(0, exercises - 20)
  const gathers = kind === 'take-home' ? 20 : 0
  return {
    opened: LIMITS.opened + gathers + more,
    withFonts: LIMITS.withFonts + gathers + more,
    approached: LIMITS.approached + more,
  }
}
/** What a device keeps after the first visit, at most, in thousands of bytes: it grows with what there is to do. */
export const precacheLimit = (exercises: number) => 600 + 50 * exercises

/** A page as it was prerendered. */
export interface PageOut {
  file: string
  kind: SitePage['kind']
  html: string
  /** The exercises that it may fetch, as files. */
  records: RecordFile[]
}
export interface Kilobytes {
  page: string
  opened: number
  withFonts: number
  approached: number
}
interface Part {
  file: string
  kB: number
}

export class OverBudget extends UserError {
  override name = 'OverBudget'

  constructor(page: string, what: string, weighs: number, limit: number, parts: Part[]) {
    const heaviest = parts
      .toSorted((a, b) => b.kB - a.kB)
      .slice(0, 5)
      .map(({ file, kB }) => `  - ${file}: ${kB.toFixed(1)} kB`)
      .join('\n')
    super(
      `${page} weighs ${weighs.toFixed(1)} kB ${what}; the limit is ${limit} kB. Its heaviest parts:\n${heaviest}`,
      'shorten or lighten what is named, or load it when it is asked for.',
      1,
    )
  }
}

/**
 * Weighs every page: what opening it brings (itself, its style, the scripts that every page has), and what its
 * exercises bring as a reader comes near them.
 * @param inAll how many exercises the workshop has
 * @throws OverBudget with the heaviest parts
 */
export async function checkBudget(
  out: string,
  pages: readonly PageOut[],
  assets: Assets,
  chunks: readonly Rolldown.OutputChunk[],
  inAll: number,
): Promise<Kilobytes[]> {
  const weigh = async (file: string): Promise<Part> => ({
    file,
    kB: gzipSync(await readFile(join(out, file))).length / 1000,
  })
  const fonts = await fontsOf(out, assets.style)
  const always = reached(chunks, [assets.main])
  return Promise.all(
    pages.map(async ({ file, kind, html, records }) => {
      const limits = limitsOf(kind, inAll)
      const kinds = [...new Set([...html.matchAll(/data-kind="([\w-]+)"/g)].map(([, kind]) => kind!))]
      const screens = chunks.filter(chunk => kinds.some(kind => isScreenOf(chunk, kind)))
      // A heavy screen is a small one that fetches the rest when somebody comes near.
      const ofExercises = reached(chunks, [
        ...screens.map(({ fileName }) => fileName),
        ...screens.flatMap(({ dynamicImports }) => dynamicImports),
      ]).filter(script => !always.includes(script))
      const [page, exercises] = await Promise.all([
        Promise.all([file, assets.style, 'favicon.svg', 'manifest.webmanifest', ...always].map(weigh)),
        Promise.all([...ofExercises, ...records.map(({ file }) => file)].map(weigh)),
      ])
      const within = (name: keyof typeof LIMITS, what: string, parts: Part[]): number => {
        const weighs = sum(parts)
        if (weighs > limits[name]) throw new OverBudget(file, what, weighs, limits[name], parts)
        return weighs
      }
      return {
        page: file,
        opened: within('opened', 'when it is opened, fonts apart', page),
        withFonts: within('withFonts', 'when it is opened, with its fonts', [...page, ...fonts]),
        approached: within('approached', 'with all its exercises, fonts apart', [...page, ...exercises]),
      }
    }),
  )
}

/** @throws OverBudget when a device would keep too much after the first visit */
export function checkPrecache(files: readonly { file: string; bytes: number }[], exercises: number) {
  const parts = files.map(({ file, bytes }) => ({ file, kB: bytes / 1000 }))
  const limit = precacheLimit(exercises)
  if (sum(parts) > limit) throw new OverBudget('What a device keeps', 'after the first visit', sum(parts), limit, parts)
}

const sum = (parts: readonly Part[]) => parts.reduce((total, { kB }) => total + kB, 0)
const isScreenOf = ({ facadeModuleId }: Rolldown.OutputChunk, kind: string) =>
  facadeModuleId !== null &&
  new RegExp(`/exercises/${kind}/\\w+Screen\\.vue$`).test(facadeModuleId.replaceAll('\\', '/'))

/** A script with everything that it cannot run without. */
function reached(chunks: readonly Rolldown.OutputChunk[], from: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    chunks.find(({ fileName }) => fileName === file)?.imports.forEach(visit)
  }
  from.forEach(visit)
  return [...found]
}

/** The fonts that plain English loads: those whose ranges hold the letter a. They are packed already. */
async function fontsOf(out: string, style: string): Promise<Part[]> {
  const faces = (await readFile(join(out, style), 'utf8')).match(/@font-face\s*\{[^}]*\}/g) ?? []
  const files = faces
    .filter(face => /unicode-range:\s*U\+(?:\?\?|0+-)/i.test(face))
    .flatMap(face => face.match(/url\(["']?(?:\.\/)?([^"')]+\.woff2)/)?.[1] ?? [])
  const lying = files.map(file => join(dirname(style), file))
  return Promise.all(
    lying.map(async file => ({
      file: file.replaceAll('\\', '/'),
      kB: (await readFile(join(out, file))).length / 1000,
    })),
  )
}
