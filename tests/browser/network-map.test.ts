import { readFile } from 'node:fs/promises'

import type { Locator, Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { asSvg } from '../../components/exercises/network-map/files/svg'
import type { Network } from '../../components/exercises/network-map/map'
import { sceneOf } from '../../components/exercises/network-map/scene'
import { kindOf } from '../../components/exercises/registry'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { firstOrExample, lacking, workshop } from './support/content'
import { press, tabTo } from './support/keyboard'
import { keyOf, openStage, ready, storedAnswer, tooWide } from './support/stage'

const { page: newPage } = useBrowser()
const { labels } = workshop
const words = labels['network-map']
/** The workshop's exercise of this kind, whichever it is. */
const exercise = firstOrExample('network-map')
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }
const ENLARGED = { width: 320, height: 256 }

const SKIPPED = lacking('network-map')
describe.skipIf(SKIPPED)(`a map of one’s people${SKIPPED}`, () => {
  const { id, room, closeness, atHome } = exercise
  /** Ego's own name stands in its circle. */
  const YOU = `circle and ${words.you}`
  const rings = closeness.rings.map((_, ring) => ring)

  const button = (screen: Locator, name: string) => screen.getByRole('button', { name, exact: true })
  const says = (screen: Locator, text: string) => screen.getByRole('status').getByText(text, { exact: true }).waitFor()
  const drawn = (screen: Locator) => screen.locator('.network-person').allTextContents()
  const answer = async (page: Page) => JSON.parse((await storedAnswer(page, id))!).answer
  async function go(page: Page, screen: Locator, name = labels.exercise.next) {
    await tabTo(page, button(screen, name))
    await press(page, 'Enter')
  }
  async function add(page: Page, screen: Locator, code: string) {
    await tabTo(page, screen.getByLabel(words.code))
    await page.keyboard.type(code)
    await press(page, 'Enter')
  }
  async function keep(page: Page, stored: unknown) {
    await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(id), JSON.stringify(stored)])
    await page.reload()
    return ready(page)
  }
  const people = (count: number, ring?: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      code: `${index + 1}-Feather`,
      ring: ring ?? rings[index % rings.length],
      from: [],
      bins: Object.fromEntries(atHome.bins.map(({ id, options }) => [id, options[index % options.length]!.id])),
    }))
  const whole = (count: number, ties: [number, number][], ring?: number) => ({
    version: kindOf('network-map').version,
    answer: { scope: 'whole', network: { people: people(count, ring), ties }, asked: true },
  })

  it('is collected, placed, tied, undone and read by keyboard alone, and tells what happened', async () => {
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    await go(page, screen)
    await add(page, screen, ' ')
    await says(screen, words.blank)
    await add(page, screen, 'AB')
    await says(screen, `AB is on the map. 1 of ${room.people} people.`)
    await add(page, screen, 'CD')
    await add(page, screen, 'EF')
    expect(await drawn(screen)).toEqual(['AB', 'CD', 'EF'])
    await tabTo(page, button(screen, 'Remove CD'))
    await press(page, 'Enter')
    await says(screen, `CD is off the map. 2 of ${room.people} people.`)
    expect(await button(screen, 'Remove EF').evaluate(each => each === document.activeElement)).toBe(true)
    await tabTo(page, button(screen, words.undo))
    await press(page, 'Enter')
    await says(screen, words.undone)
    expect(await drawn(screen)).toEqual(['AB', 'CD', 'EF'])

    await go(page, screen)
    await add(page, screen, 'AB')
    await says(screen, words.again.replace('{code}', 'AB'))
    await go(page, screen)
    await tabTo(page, button(screen, closeness.rings[0]!))
    await press(page, 'Enter')
    await says(screen, `AB: ${closeness.rings[0]}. Next is CD.`)
    await tabTo(page, button(screen, closeness.rings[1]!))
    await press(page, 'Enter')
    await press(page, 'Enter')
    await says(screen, `EF: ${closeness.rings[1]}. That was the last one.`)
    expect((await answer(page)).network.people).toMatchObject([{ ring: 0 }, { ring: 1 }, { ring: 1 }])

    await go(page, screen)
    await tabTo(page, screen.getByRole('checkbox', { name: 'EF' }))
    await press(page, 'Space')
    await expect.poll(() => screen.locator('.network-known').count()).toBe(1)
    await tabTo(page, button(screen, words.nextPerson))
    await press(page, 'Enter')
    await tabTo(page, button(screen, words.byDrawing), 'Shift+Tab')
    await press(page, 'Enter')
    await tabTo(page, screen.getByRole('button', { name: 'CD', exact: true }), 'Shift+Tab')
    await press(page, 'Enter')
    await tabTo(page, screen.getByRole('button', { name: 'AB', exact: true }), 'Shift+Tab')
    await press(page, 'Enter')
    await says(screen, 'CD and AB know each other.')
    expect((await answer(page)).network.ties).toEqual([
      [1, 3],
      [1, 2],
    ])
    expect(await findings(page)).toEqual([])

    await go(page, screen)
    await go(page, screen)
    await screen.getByText(/^2 of 3 pairs know each other/).waitFor()
    await go(page, screen)
    await tabTo(page, button(screen, words.ifTie))
    await press(page, 'Enter')
    await tabTo(page, screen.getByLabel(words.ifWho, { exact: true }))
    await press(page, 'ArrowDown')
    await screen.getByText(/^All of these 3 people know each other/).waitFor()
    await tabTo(page, button(screen, words.ifTake))
    await press(page, 'Enter')
    expect((await answer(page)).idea).toBe('I bring CD and EF together')
    expect((await answer(page)).network.ties).toHaveLength(2)
    expect(await findings(page)).toEqual([])
    // Words of one's own come back after an idea was taken in their place.
    await screen.getByLabel(words.ifAsk).fill('I ask CD')
    await tabTo(page, button(screen, words.ifTake), 'Shift+Tab')
    await press(page, 'Enter')
    await tabTo(page, button(screen, words.undo))
    await press(page, 'Enter')
    expect((await answer(page)).idea).toBe('I ask CD')
  })

  it('goes on where it was left, and forgets what was undone once it is cleared', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const screen = await keep(page, {
      ...whole(3, []),
      answer: { scope: 'short', network: { people: people(3), ties: [] }, asked: false },
    })
    await screen.getByText(words.tiesAsk).waitFor()
    await screen.getByRole('checkbox').first().check()
    await button(screen, labels.answer.clear).click()
    await button(screen, labels.answer.clearYes).click()
    await expect.poll(() => storedAnswer(page, id)).toBeNull()
    expect(await button(screen, words.undo).count()).toBe(0)
  })

  it('says at each step what good practice is, and shows how it was done once', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const screen = await keep(page, whole(3, [[1, 2]]))
    await screen.locator('.network-person').first().waitFor()
    const back = button(screen, labels.exercise.back)
    while (await back.isEnabled()) await back.click()
    await screen.getByText(words.exampleTitle).waitFor()
    const without: string[] = []
    const next = screen.locator('.pager-row > .button')
    for (let step = 2; await next.count(); step++) {
      await next.click()
      await screen.locator('.pager-body > *').first().waitFor()
      const text = await screen.innerText()
      const asks = (await screen.locator('.map-collect, .map-bins, .map-ties').count()) > 0
      if (!(await screen.locator('.map-tip').count()) || (asks && !text.includes(labels.exercise.example)))
        without.push(`${step}: ${text.slice(0, 60)}`)
    }
    expect(without).toEqual([])
  })

  it('with nobody on it says to go back and add the first, where something would be tried with people', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const screen = await keep(page, whole(0, []))
    const next = screen.locator('.pager-row > .button')
    const whatIf = screen.locator('.map-what-if')
    while (!(await whatIf.count())) {
      await next.click()
      await screen.locator('.pager-body > *').first().waitFor()
    }
    expect(await whatIf.locator('.map-tip').first().innerText()).toBe(words.nobodyYet)
  })

  it('takes no more people than it has room for, and fits a phone and 400 % with forty of them', async () => {
    const page = await newPage(PHONE)
    let screen = await openStage(page, id)
    await go(page, screen)
    for (let number = 1; number <= room.people; number++) await add(page, screen, `${number} Featherstonehaugh`)
    expect(await screen.getByText(words.full).evaluate(note => note === document.activeElement)).toBe(true)
    screen = await keep(
      page,
      whole(atHome.people, [
        [1, 2],
        [2, 3],
      ]),
    )
    await screen.locator('.network-person').first().waitFor()
    const found: Record<string, string[]> = {}
    for (let step = 1; ; step++) {
      for (const viewport of [PHONE.viewport, ENLARGED]) {
        await page.setViewportSize(viewport)
        const wrong = [...(await tooWide(page)), ...(await findings(page))]
        if (wrong.length) found[`${step}, ${viewport.width}`] = wrong
      }
      await page.setViewportSize(PHONE.viewport)
      const next = screen.locator('.pager-row > .button')
      if (!(await next.count())) break
      await next.click()
    }
    expect(found).toEqual({})
  })

  /** Which of what is drawn covers something else of it: codes, the names of the rings and ego. */
  const covered = (page: Page, map: string) =>
    page.locator(map).evaluate(map => {
      const boxes = [...map.querySelectorAll('.network-person g, :scope > g, :scope > text, .network-you')].map(
        each => {
          const plates = [...each.querySelectorAll('rect:not(.network-touch)')]
          const all = (plates.length ? plates : [each]).map(part => part.getBoundingClientRect())
          return {
            name: (each.textContent || each.tagName).trim(),
            left: Math.min(...all.map(({ left }) => left)),
            right: Math.max(...all.map(({ right }) => right)),
            top: Math.min(...all.map(({ top }) => top)),
            bottom: Math.max(...all.map(({ bottom }) => bottom)),
          }
        },
      )
      const NEAR = 0.5
      const pairs = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(b => a.left < b.right - NEAR && b.left < a.right - NEAR)
          .filter(b => a.top < b.bottom - NEAR && b.top < a.bottom - NEAR)
          .map(b => `${a.name} and ${b.name}`),
      )
      return { pairs, drawn: boxes.length }
    })
  const chain = (count: number) =>
    Array.from({ length: count - 1 }, (_, index): [number, number] => [index + 1, index + 2]).filter(([a]) => a % 4)

  it.each([
    [5, 'all rings', undefined],
    [12, 'all rings', undefined],
    [13, 'all rings', undefined],
    [24, 'all rings', undefined],
    [atHome.people, 'all rings', undefined],
    [atHome.people, 'the innermost ring', 0],
  ])(
    'of %d people on %s shows every code whole, on rings and by forces, on a phone and in a file',
    async (count, _, ring) => {
      const page = await newPage(PHONE)
      await openStage(page, id)
      const screen = await keep(page, whole(count, chain(count), ring))
      await screen.locator('.network-person').first().waitFor()
      const more = rings.length + 2
      expect(await covered(page, '.network-map'), 'on rings').toEqual({ pairs: [YOU], drawn: count + more })
      await screen.getByLabel(words.layout).selectOption('force')
      await screen.locator('.network-spoke').first().waitFor({ state: 'attached' })
      expect(await covered(page, '.network-map'), 'by forces').toEqual({ pairs: [YOU], drawn: count + 2 })

      const { network } = (await answer(page)) as { network: Network }
      const scene = sceneOf(network, { record: exercise, asked: network.people })
      await page.setContent(asSvg(scene, closeness.rings, words.you, [words.keyBridge], ''))
      expect((await covered(page, 'svg')).pairs, 'in a file').toEqual([])
    },
  )

  it('of many people is enlarged to the reader’s size, moved by keyboard, and drawn on where each code is', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const screen = await keep(page, { ...whole(atHome.people, chain(atHome.people)) })
    await screen.locator('.network-person').first().waitFor()
    await go(page, screen, labels.exercise.back)
    const code = screen.locator('.network-person text').first()
    const size = () =>
      code.evaluate(text => text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight))
    expect(await size()).toBeLessThan(0.8)
    await tabTo(page, button(screen, words.enlarge))
    await press(page, 'Enter')
    expect(await size()).toBeGreaterThan(0.95)
    const map = screen.getByRole('group', { name: words.enlargedMap })
    await tabTo(page, map, 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => map.evaluate(each => each.scrollLeft)).toBeGreaterThan(0)
    expect(await findings(page)).toEqual([])

    await button(screen, words.byDrawing).click()
    await screen.getByRole('button', { name: `12-… ${people(12)[11]!.code}`, exact: true }).waitFor()
    for (const each of await screen.locator('.network-person').all()) {
      await each.scrollIntoViewIfNeeded()
      expect(
        await each.evaluate(person => {
          const { left, right, top, bottom } = person.querySelector('.network-plate')!.getBoundingClientRect()
          const [x, y] = [(left + right) / 2, (top + bottom) / 2]
          const hit = [
            [left + 6, y],
            [right - 6, y],
            [x, top + 3],
            [x, bottom - 3],
          ].map(([x, y]) => document.elementFromPoint(x!, y!))
          return hit.filter(each => !person.contains(each)).map(each => each?.outerHTML.slice(0, 80))
        }),
      ).toEqual([])
    }
  })

  it('draws the same map by forces every time, and groups without a colour', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const [bin] = atHome.bins
    const stored = whole(12, [[1, 4]])
    const places = async () => {
      const screen = await keep(page, stored)
      await screen.getByLabel(words.layout).selectOption('force')
      await screen.locator('.network-spoke').first().waitFor()
      await screen.getByLabel(words.groupBy).selectOption(bin!.id)
      await screen.locator('.network-sign').first().waitFor()
      await page.waitForTimeout(800)
      return screen
        .locator('.network-person')
        .evaluateAll(all => all.map(each => [each.getAttribute('x'), each.getAttribute('y')].join()))
    }
    const first = await places()
    expect(new Set(first).size).toBe(12)
    expect(await places()).toEqual(first)
  })

  it('is kept in files that a browser reads as what they are, and loaded again', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    let screen = await keep(page, whole(5, [[1, 2]]))
    await screen.locator('.network-person').first().waitFor()
    for (let step = 0; step < 3; step++) await screen.locator('.pager-row > .button').click()
    const file = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), button(screen, name).click()])
      return readFile(await download.path())
    }
    const png = await file(words.savePng)
    expect([...png.subarray(1, 4)].map(code => String.fromCharCode(code)).join('')).toBe('PNG')
    expect(png.readUInt32BE(16)).toBeGreaterThan(800)
    const counts = (text: string, type: DOMParserSupportedType, names: string[]) =>
      page.evaluate(
        ([text, type, ...names]) => {
          const parsed = new DOMParser().parseFromString(text!, type as DOMParserSupportedType)
          return ['parsererror', ...names].map(name => parsed.getElementsByTagName(name).length)
        },
        [text, type, ...names],
      )
    expect(await counts(`${await file(words.saveSvg)}`, 'image/svg+xml', ['g', 'line'])).toEqual([0, 5, 1])
    expect(await counts(`${await file(words.saveGraphml)}`, 'application/xml', ['node', 'edge'])).toEqual([0, 5, 1])
    expect(`${await file(words.saveCsv)}`.trim().split('\r\n')).toHaveLength(6)
    const saved = await file(words.saveJson)

    const before = (await answer(page)).network
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    screen = await ready(page)
    const all = await screen.locator('.pager-count').textContent()
    for (let step = 1; step < Number(/(\d+)\D*$/.exec(all!)![1]); step++)
      await screen.locator('.pager-row > .button').click()
    const load = async (buffer: Buffer) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(screen, words.load).click()])
      await chooser.setFiles({ name: 'my-map.json', mimeType: 'application/json', buffer })
    }
    await load(Buffer.from('{"format":"something else"}'))
    await says(screen, words.loadFault)
    await load(saved)
    await says(screen, 'Loaded: 5 people.')
    expect((await answer(page)).network).toEqual(before)
  })

  it('takes over the map of the activity that it was before', async () => {
    const page = await newPage(PHONE)
    await openStage(page, id)
    const screen = await keep(page, {
      version: 2,
      answer: {
        vote: '',
        note: '',
        done: true,
        people: [
          { id: 1, code: 'AB', ring: 0 },
          { id: 2, code: 'CD', ring: 1 },
        ],
        ties: [[1, 2]],
      },
    })
    await screen.locator('.network-known').first().waitFor()
    expect(await drawn(screen)).toEqual(['AB', 'CD'])
  })
})
