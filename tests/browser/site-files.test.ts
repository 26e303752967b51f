import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'
import { beforeAll, describe, expect, it } from 'vitest'

import { useBrowser } from './support/browser'
import { siteFolder } from './support/site'
import { address, files, openPage, pages, workshop } from './support/site-pages'

const { page: newPage } = useBrowser()
const html = (file: string) => readFileSync(join(siteFolder(), file), 'utf8')

/** What stands in each page without any script. */
const written: Record<string, Awaited<ReturnType<typeof readPage>>> = {}
beforeAll(async () => {
  const page = await newPage({ javaScriptEnabled: false })
  for (const file of files) written[file] = await readPage(page, file)
})

async function readPage(page: Page, file: string) {
  await page.goto(address(file))
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const attributes = (selector: string, name: string) =>
      all(selector).map(element => element.getAttribute(name) ?? '')
    return {
      lang: document.documentElement.lang,
      title: document.title,
      description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '',
      headings: all('h1, h2, h3, h4, h5, h6')
        .filter(heading => heading.checkVisibility())
        .map(({ tagName }) => Number(tagName[1])),
      navigations: attributes('nav', 'aria-label'),
      landmarks: ['main', 'body > header', 'body > footer'].map(selector => all(selector).length),
      links: attributes('a[href]', 'href'),
      sources: [...attributes('script[src], img[src]', 'src'), ...attributes('link[href]', 'href')],
      ids: all('[id]').map(({ id }) => id),
      current: attributes('[aria-current]', 'href'),
      handlers: all('*').filter(({ attributes }) => [...attributes].some(({ name }) => name.startsWith('on'))).length,
    }
  })
}

describe('the files of the site', () => {
  it('are every page there is, and no other', () => {
    expect(
      readdirSync(siteFolder())
        .filter(name => name.endsWith('.html'))
        .sort(),
    ).toEqual([...files].sort())
  })

  it.each(files)('%s has nothing in it that a strict policy would have to allow', file => {
    const text = html(file)
    expect(text.match(/\sstyle=|\son\w+="|javascript:/g)).toBeNull()
    expect([...text.matchAll(/<script(?![^>]* src=)[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script>',
      '<script type="application/json" id="page">',
    ])
    const policy = text.match(/http-equiv="Content-Security-Policy" content="(default-src 'self'[^"]*)"/)![1]!
    // What a page begins with is allowed by what is in it, and by nothing else.
    const inline = [...text.matchAll(/<(script|style)>(.*?)<\/\1>/gs)].map(
      ([, , content]) => `'sha256-${createHash('sha256').update(content!).digest('base64')}'`,
    )
    expect(inline).toHaveLength(2)
    expect(policy.match(/'sha256-[^']*'/g)).toEqual(inline)
    expect(text).not.toMatch(/unsafe-/)
  })

  it.each(files)(
    '%s has one heading of the first depth, no gap below it, landmarks with names, and its language',
    file => {
      const { lang, headings, navigations, landmarks, ids, current, handlers } = written[file]!
      expect(lang).toBe(workshop.language)
      expect(headings.filter(level => level === 1)).toHaveLength(1)
      expect(
        headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1),
        'headings that leave one out',
      ).toEqual([])
      expect(landmarks, 'main, header, footer').toEqual([1, 1, 1])
      expect(new Set(navigations).size, `names of ${navigations.join(', ')}`).toBe(navigations.length)
      expect(navigations).not.toContain('')
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        'ids that are there twice',
      ).toEqual([])
      expect(current.map(href => href || file)).toEqual([file])
      expect(handlers).toBe(0)
    },
  )

  it('have titles and descriptions of their own', () => {
    const titles = new Set<string>()
    const descriptions = new Set<string>()
    for (const { file, title: own } of pages) {
      const { title, description } = written[file]!
      expect(title).toContain(own)
      expect(title).toContain(workshop.title)
      expect(description.length, file).toBeGreaterThan(20)
      titles.add(title)
      descriptions.add(description)
    }
    expect(titles.size).toBe(files.length)
    expect(descriptions.size).toBe(files.length)
  })

  it('link to each other, to sections, slides and papers by relative addresses that lead somewhere', () => {
    const ids: Record<string, string[]> = {}
    const found: [from: string, to: string][] = []
    for (const file of files) {
      const { links, sources, ids: own } = written[file]!
      ids[file] = own
      found.push(...[...links, ...sources].map((to): [string, string] => [file, to]))
    }
    const wrong = found.filter(([from, to]) => {
      if (/^https:\/\//.test(to)) return false
      const [path, anchor] = to.split('#')
      const target = path || from
      const relative = !/^(?:[a-z]+:|\/)/i.test(target) && existsSync(join(siteFolder(), target))
      return !relative || (anchor !== undefined && !ids[target]?.includes(anchor))
    })
    expect(wrong).toEqual([])
    const inside = new Set(found.map(([, to]) => to.split('#')[0]))
    expect(
      files.filter(file => !inside.has(file)),
      'pages that no other leads to',
    ).toEqual([])
    // Whatever leads out of the pages is a source's own address.
    expect(
      found.filter(([from, to]) => /^https:/.test(to) && from !== 'about.html' && !to.startsWith('https://doi.org/')),
    ).toEqual([])
  })

  it('have the links that scripts make lead somewhere too', async () => {
    const page = await newPage({ serviceWorkers: 'block' })
    for (const file of files) {
      await openPage(page, file)
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1))))
          .map(({ hash }) => hash),
      )
      expect(dead, file).toEqual([])
    }
  })
})

describe('the oldest browsers that the README names', () => {
  const built = (end: string) =>
    readdirSync(siteFolder(), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith(end) && !name.startsWith('slides'))
      .map(name => [name, readFileSync(join(siteFolder(), name), 'utf8')] as const)

  /** What Safari 14, Chrome 88 or Firefox 90 have not: a script that calls it stops. */
  it.each([
    [/Object\.hasOwn\b/, 'Object.hasOwn'],
    [/\.findLast(?:Index)?\(/, 'findLast'],
    [/\.at\(-?\d/, 'at'],
    [/\bIntl\.(?:ListFormat|Segmenter|DisplayNames)\b|\bdateStyle:/, 'newer Intl'],
    [/\brandomUUID\b/, 'randomUUID'],
    [/\bstructuredClone\(/, 'structuredClone'],
    [/\(\?<[=!]/, 'a look-behind'],
    [/\b(?:Map|Object)\.groupBy\b/, 'groupBy'],
  ])('find no %s in the scripts: %s', pattern => {
    const found = [...built('.js'), ...built('.html')].filter(([, text]) => pattern.test(text)).map(([name]) => name)
    expect(found).toEqual([])
  })

  it('find no range in a width query', () => {
    const found = [...built('.css'), ...built('.html')].filter(([, text]) => /@media[^{]*[<>]=?/.test(text))
    expect(found.map(([name]) => name)).toEqual([])
  })
})
