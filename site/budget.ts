import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Rolldown } from 'vite'

import { UserError } from '../model/user-error'
import type { Assets } from './document'

/** What a first visit to a page may weigh, in thousands of bytes as they travel. */
export const LIMITS = { page: 100, withFonts: 150 } as const
/** What a device keeps after the first visit, at most, in thousands of bytes. */
export const PRECACHE_LIMIT = 1000

export interface Kilobytes {
  page: string
  page_kB: number
  withFonts_kB: number
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
 * Weighs a first visit to every page: the page, its style, and all the scripts that its exercises need once they
 * have all been approached.
 * @throws OverBudget with the heaviest parts
 */
export async function checkBudget(
  out: string,
  pages: readonly { file: string; html: string }[],
  assets: Assets,
  chunks: readonly Rolldown.OutputChunk[],
): Promise<Kilobytes[]> {
  const weigh = async (file: string): Promise<Part> => ({
    file,
    kB: gzipSync(await readFile(join(out, file))).length / 1000,
  })
  const fonts = await fontsOf(out, assets.style)
  return Promise.all(
    pages.map(async ({ file, html }) => {
      const kinds = [...new Set([...html.matchAll(/data-kind="([\w-]+)"/g)].map(([, kind]) => kind!))]
      const scripts = reached(chunks, [
        assets.main,
        ...chunks.filter(chunk => kinds.some(kind => isScreenOf(chunk, kind))).map(({ fileName }) => fileName),
      ])
      const parts = await Promise.all(
        [file, assets.style, 'favicon.svg', 'manifest.webmanifest', ...scripts].map(weigh),
      )
      const page = sum(parts)
      if (page > LIMITS.page) throw new OverBudget(file, 'on a first visit, fonts apart', page, LIMITS.page, parts)
      const withFonts = page + sum(fonts)
      if (withFonts > LIMITS.withFonts)
        throw new OverBudget(file, 'on a first visit with its fonts', withFonts, LIMITS.withFonts, [...parts, ...fonts])
      return { page: file, page_kB: page, withFonts_kB: withFonts }
    }),
  )
}

/** @throws OverBudget when a device would keep too much after the first visit */
export function checkPrecache(files: readonly { file: string; bytes: number }[]) {
  const parts = files.map(({ file, bytes }) => ({ file, kB: bytes / 1000 }))
  if (sum(parts) > PRECACHE_LIMIT)
    throw new OverBudget('What a device keeps', 'after the first visit', sum(parts), PRECACHE_LIMIT, parts)
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
