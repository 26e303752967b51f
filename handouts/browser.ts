import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import process from 'node:process'

import type { Browser, BrowserType } from 'playwright-chromium'

import { UserError } from '../model/user-error'
import { unpackedBrowser } from './unpacked-browser'

/** The codes of a full disk: another browser would not fit either. */
const FULL = ['ENOSPC', 'EDQUOT']

/** No browser could be started; says what was looked for and the one command that helps. */
export class BrowserMissing extends UserError {
  override name = 'BrowserMissing'

  constructor(tried: string[]) {
    super(
      `No browser could be started. Tried: ${tried.join('; ')}.`,
      'install Chrome, Edge or Chromium, or run `npx playwright install chromium`; ' +
        'BROWSER_PATH=/path/to/browser names one that is elsewhere.',
    )
  }
}

/**
 * Loaded when it is used, because that takes long; and required, because Node searches CommonJS that is imported for
 * the names of its exports first, megabytes here.
 */
const chromium = () => (createRequire(import.meta.url)('playwright-chromium') as { chromium: BrowserType }).chromium

// No requests of the browser's own, which fail on a closed network; as root, Chromium's sandbox refuses to start.
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * Starts a headless Chromium that is already there, so that `npm ci` is all a bare machine needs:
 * the one named by BROWSER_PATH → an installed Chrome, Edge or Chromium → Playwright's own → the one
 * that @sparticuz/chromium carries inside its npm package (Linux).
 * @param switches of its command line, beside those that every use needs
 */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const tried: string[] = []
  for (const { name, launch } of candidates(switches)) {
    try {
      return await launch()
    } catch (error) {
      if (FULL.includes((error as NodeJS.ErrnoException).code ?? ''))
        throw new UserError(
          `The browser that prints could not be unpacked into ${tmpdir()} (the disk is full).`,
          'make room there, or name another folder in TMPDIR, then run the command again; nothing was written.',
        )
      const reason = (error as Error).message.split('\n')[0]!
      tried.push(`${name} (${/doesn't exist|ENOENT|not found/i.test(reason) ? 'not there' : reason.slice(0, 90)})`)
    }
  }
  throw new BrowserMissing(tried)
}

/** The browser's own file, for tools that start it themselves. */
export async function browserPath(): Promise<string> {
  const looked = [process.env.BROWSER_PATH, ...INSTALLED, playwrightPath()].flatMap(each => (each ? [each] : []))
  const path = looked.find(existsSync) ?? (process.platform === 'linux' ? await unpackedBrowser() : undefined)
  if (!path) throw new BrowserMissing(looked)
  return path
}

interface Candidate {
  name: string
  launch: () => Promise<Browser>
}

function candidates(switches: readonly string[]): Candidate[] {
  const start = (executablePath: string) => chromium().launch({ executablePath, args: [...ARGS, ...switches] })
  const named = process.env.BROWSER_PATH
  // A path that was named is meant: falling back to another browser would hide the mistake.
  if (named) return [{ name: `BROWSER_PATH=${named}`, launch: () => start(named) }]
  return [
    ...INSTALLED.filter(existsSync).map(path => ({ name: path, launch: () => start(path) })),
    {
      name: "Playwright's Chromium",
      launch: () => (existsSync(playwrightPath()) ? start(playwrightPath()) : Promise.reject(new Error('not found'))),
    },
    ...(process.platform === 'linux'
      ? [
          {
            name: '@sparticuz/chromium',
            launch: async () =>
              start(await unpackedBrowser()).catch(async () => start(await unpackedBrowser({ again: true }))),
          },
        ]
      : []),
  ]
}

/** Where Chrome, Edge and Chromium are put, system by system. */
const INSTALLED =
  (
    {
      linux: [
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/usr/bin/microsoft-edge',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
      ],
      darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        name => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
      win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(path =>
        [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(home =>
          home ? [`${home}\\${path}`] : [],
        ),
      ),
    } as Partial<Record<NodeJS.Platform, string[]>>
  )[process.platform] ?? []

function playwrightPath(): string {
  try {
    return chromium().executablePath()
  } catch {
    return ''
  }
}
