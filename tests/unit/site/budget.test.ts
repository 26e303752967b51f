import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { checkBudget, LIMITS, limitsOf, OverBudget } from '../../../site/budget'

const assets = { early: '', first: '', main: 'assets/main.js', style: 'assets/style.css' }
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-budget-'))
  mkdirSync(join(folder, 'assets'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Random bytes cannot be packed: so many thousands of them weigh so many kilobytes. */
const weighing = (kB: number) => randomBytes(kB * 1000)
const write = (files: Record<string, string | Uint8Array>) =>
  Object.entries(files).forEach(([file, content]) => writeFileSync(join(folder, file), content))
const chunk = (
  fileName: string,
  imports: string[],
  facadeModuleId: string | null = null,
  dynamicImports: string[] = [],
) => ({ fileName, imports, facadeModuleId, dynamicImports }) as never

function site(sizes: { screen?: number; play?: number; other?: number; font?: number }) {
  const style =
    '@font-face{src:url(./letters.woff2) format("woff2");unicode-range:U+??,U+131}@font-face{src:url(./rare.woff2) format("woff2");unicode-range:U+100-2BA}'
  write({
    'page.html': '<div data-kind="self-check"></div>',
    'favicon.svg': '<svg/>',
    'manifest.webmanifest': '{}',
    'assets/main.js': weighing(30),
    'assets/shared.js': weighing(10),
    'assets/screen.js': weighing(sizes.screen ?? 5),
    'assets/play.js': weighing(sizes.play ?? 1),
    'assets/other.js': weighing(sizes.other ?? 5),
    'assets/check.json': weighing(3),
    'assets/style.css': style,
    'assets/letters.woff2': weighing(sizes.font ?? 40),
    'assets/rare.woff2': weighing(500),
  })
  return checkBudget(
    folder,
    [
      {
        file: 'page.html',
        kind: 'lesson',
        html: '<div data-kind="self-check"></div>',
        records: [{ file: 'assets/check.json', json: '' }],
      },
    ],
    assets,
    [
      chunk('assets/main.js', ['assets/shared.js']),
      chunk('assets/shared.js', []),
      chunk('assets/screen.js', ['assets/shared.js'], '/kit/components/exercises/self-check/SelfCheckScreen.vue', [
        'assets/play.js',
      ]),
      chunk('assets/play.js', ['assets/shared.js']),
      chunk('assets/other.js', ['assets/shared.js'], '/kit/components/exercises/plan/PlanScreen.vue'),
    ],
    20,
  )
}

describe('a first visit', () => {
  it('weighs the page, its style and the scripts of every page; its exercises, their records and all that they need come on top', async () => {
    const [weight] = await site({ play: 20 })
    expect(weight!.opened).toBeGreaterThan(40)
    expect(weight!.opened).toBeLessThan(41.5)
    expect(weight!.withFonts - weight!.opened).toBeCloseTo(40, 1)
    expect(weight!.approached - weight!.opened).toBeCloseTo(28, 0)
  })

  it('does not pay for an exercise of another page, nor for letters that it does not show', async () => {
    const [weight] = await site({ other: 300 })
    expect(weight!.withFonts).toBeLessThan(90)
    expect(weight!.approached).toBeLessThan(50)
  })

  it('is refused when it is too heavy, with the culprit first', async () => {
    const refused = await site({ screen: 120 }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(OverBudget)
    expect((refused as Error).message).toMatch(
      new RegExp(
        `^page\\.html weighs 16\\d\\.\\d kB with all its exercises, fonts apart; the limit is ${LIMITS.approached} kB\\. Its heaviest parts:\n  - assets/screen\\.js: 120\\.\\d kB\n  - assets/main\\.js: 30\\.\\d kB\n`,
      ),
    )
  })

  it('is refused when its fonts are too heavy, with the font named', async () => {
    await expect(site({ font: 130 })).rejects.toThrow(
      /^page\.html weighs 17\d\.\d kB when it is opened, with its fonts; the limit is 155 kB\. Its heaviest parts:\n {2}- assets\/letters\.woff2: 130\.\d kB/,
    )
  })

  it('may grow with the workshop where a page speaks of all of it, and nowhere else', () => {
    expect(limitsOf('lesson', 200)).toEqual(LIMITS)
    expect(limitsOf('welcome', 16)).toEqual(LIMITS)
    expect(limitsOf('take-home', 16)).toEqual({ opened: 110, withFonts: 175, approached: 135 })
    expect(limitsOf('take-home', 200)).toEqual({ opened: 290, withFonts: 355, approached: 315 })
  })
})
