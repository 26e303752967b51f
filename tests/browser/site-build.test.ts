import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { describe, expect, inject, it } from 'vitest'

const { root, out, err } = inject('siteBuild')
const dist = (...path: string[]) => join(root, 'dist', ...path)

/** How it fails, and what it then leaves alone, is told in tests/pdf/build-command.test.ts. */
describe('npm run build', () => {
  it('names the folder of the site, and tells elsewhere what the site weighs and what was left out', () => {
    expect(out).toBe('dist/site\n')
    expect(err).toMatch(/^ {2}pages +11; the heaviest, \S+\.html: \d+ kB, \d+ with fonts +[\d.]+ s$/m)
    expect(err).toMatch(/^ {2}\d+ kB are kept on a device after the first visit\.$/m)
    expect(err).toMatch(
      /^ {2}Left out: canonical addresses, sitemap and social picture\. They need the site's "address:" in content\/workshop\.yaml\.$/m,
    )
  })

  it('puts a whole site in the place of the earlier one, and removes the draft of a build that was killed', () => {
    expect(readdirSync(dist())).toEqual(['site'])
    expect(readdirSync(dist('site'))).toEqual(
      expect.arrayContaining([
        'index.html',
        'take-home.html',
        'worker.js',
        'serve.mjs',
        'manifest.webmanifest',
        'slides',
        'handouts',
        'assets',
      ]),
    )
    expect(readdirSync(dist('site'))).not.toContain('gone.html')
    expect(readdirSync(dist('site'))).not.toContain('sitemap.xml')
    expect(readdirSync(dist('site/handouts')).sort()).toEqual(['workbook-a4.pdf', 'workbook-letter.pdf'])
    expect(readFileSync(dist('site/index.html'), 'utf8')).not.toMatch(/rel="canonical"|og:image/)
  })

  it('writes a content security policy into each page, because static hosts send no headers', () => {
    // The deck has a policy of its own.
    for (const page of ['index.html', 'slides/index.html'])
      expect(readFileSync(dist('site', page), 'utf8'), page).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src 'self';/,
      )
  })

  it.skipIf(process.platform === 'win32')('lets any user of the machine that may read new files serve the site', () => {
    expect(statSync(dist('site')).mode & 0o777).toBe(0o777 & ~process.umask())
  })
})
