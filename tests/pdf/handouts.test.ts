import { readdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { fillPlural } from '../../components/plural'
import { plainText } from '../../components/text/rich-text'
import type { Handout } from '../../handouts/build'
import { makeHandouts } from '../../handouts/build'
import { contents } from '../../handouts/guide/contents'
import { pageNumbers } from '../../handouts/pdf/page-numbers'
import { withPress } from '../../handouts/press'
import { isSpare } from '../../model/activities'
import { DOCUMENTS } from '../../model/documents'
import { kinds } from '../../model/kinds'
import { loadOrThrow } from '../../model/load'
import { clockTime, exercisesOf, isArrival, runOfShow } from '../../model/schedule'
import type { Workshop } from '../../model/workshop'
import { itOwn } from '../content/own'
import { sentencesIn, textsIn } from '../fixtures/examples'
import type { Inspection, OutlineEntry } from './inspect'
import { inspect } from './inspect'
import { withReader } from './read-pages'
import { filledIn, tablesIn } from './shape'
import type { Split } from './split'
import { splitIn } from './split'

const ROOT = resolve(import.meta.dirname, '../..')
/** Not what workshop.yaml says, so that the command's own option shows. */
const OPTIONS = { papers: ['a4', 'letter'], people: 30, start: '13:30', room: 'Room B2' } as const
const NAMES = ['a4', 'letter'].flatMap(paper => DOCUMENTS.map(name => `${name}-${paper}.pdf`))

let workshop: Workshop
let handouts: Handout[]
let again: Handout[]
const splits: Record<string, Split[]> = {}
const papers: Record<string, Inspection> = {}
beforeAll(async () => {
  workshop = await loadOrThrow(ROOT)
  await withPress(ROOT, async press => {
    handouts = await makeHandouts(press, workshop, OPTIONS, { done: () => {} })
    again = await makeHandouts(press, workshop, OPTIONS, { done: () => {} })
    for (const name of DOCUMENTS) splits[name] = await splitIn(await press.pages[name], WHOLE)
  })
  for (const { name, bytes } of handouts) papers[name] = await inspect(bytes)
}, 240_000)

const documentOf = (name: string) => DOCUMENTS.find(document => name.startsWith(document))!
/** What is looked at or filled in as one: tables, boxes, a question with its lines, a slide with its notes. */
const WHOLE = 'table, tr, .exercise-head, .paper-item, .paper-lines, .paper-ticks, .paper-codes, [data-block]'
/** Those with parts, a bookmark for each. */
const LONG = NAMES.filter(name => ['workbook', 'guide'].includes(documentOf(name)))
/** Letters and digits alone: where a line ends is the printer's business. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
/** Without the running foot, which may stand in the middle of a sentence. */
const textOf = (name: string) => bare(papers[name]!.pages.map(page => page.tagged).join('\n'))
/** A text between two of its citations, which print as names. */
const partsOf = (text: Parameters<typeof plainText>[0]) =>
  (typeof text === 'string'
    ? [text]
    : text.flatMap(part => (typeof part === 'string' ? [part] : 'cite' in part ? [] : [plainText([part])]))
  )
    .map(bare)
    .filter(part => part.length > 3)
function expectAll(name: string, texts: Parameters<typeof plainText>[0][]) {
  const text = textOf(name)
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.flatMap(partsOf).filter(part => !text.includes(part))).toEqual([])
}

describe('every PDF', () => {
  it('is there, on both papers', () => {
    expect(handouts.map(({ name }) => name)).toEqual(NAMES)
  })

  it.each(NAMES)('%s is on the paper it says, page for page', name => {
    const [width, height] = name.includes('a4') ? [595, 842] : [612, 792]
    for (const page of papers[name]!.pages) {
      expect(Math.abs(page.width - width)).toBeLessThan(1)
      expect(Math.abs(page.height - height)).toBeLessThan(1)
    }
  })

  it.each(NAMES)('%s is tagged, has a title, a language and its fonts within', name => {
    const { title, language, isTagged, fonts, fontsEmbedded } = papers[name]!
    const { guide, handouts } = workshop.labels
    const kind = {
      'workbook': handouts.workbook,
      'answer-sheet': handouts.answerSheet,
      'guide': guide.title,
      'cue-card': guide.cueCard,
    }[documentOf(name)]
    expect({ title, language, isTagged, fontsEmbedded }).toEqual({
      title: `${workshop.title}: ${kind}`,
      language: workshop.language,
      isTagged: true,
      fontsEmbedded: true,
    })
    expect(fonts.length).toBeGreaterThan(1)
  })

  it.each(NAMES)('%s numbers its pages but for the cover, and leaves none blank', name => {
    const { pages } = papers[name]!
    expect(pages.every(page => page.tagged !== '')).toBe(true)
    for (const [index, page] of pages.entries())
      expect(
        page.text.includes(fill(workshop.labels.handouts.pageOf, { page: index + 1, pages: pages.length })),
        `page ${index + 1}`,
      ).toBe(index > 0)
  })

  it.each(LONG)('%s can be gone through by its bookmarks, part by part', name => {
    const titles = JSON.stringify(papers[name]!.outline)
    for (const { title } of workshop.modules) expect(titles).toContain(JSON.stringify(title).slice(1, -1))
  })

  it.each(NAMES)('%s is the same to the byte when it is made again', name => {
    const [first, second] = [handouts, again].map(made => Buffer.from(made.find(each => each.name === name)!.bytes))
    expect(first!.equals(second!)).toBe(true)
  })

  it.each(NAMES)('%s was read back as pdf.js reads it, which had no part in making it', name => {
    const { pages } = handouts.find(each => each.name === name)!
    expect(pages.map(bare)).toEqual(papers[name]!.pages.map(page => bare(page.tagged)))
  })

  it.each(DOCUMENTS)(
    'of the %s, both papers have the same on every page, so that all speak of the same page',
    document => {
      const [a4, letter] = ['a4', 'letter'].map(paper => papers[`${document}-${paper}.pdf`]!)
      expect(letter!.pages.map(page => page.text)).toEqual(a4!.pages.map(page => page.text))
      expect(letter!.outline).toEqual(a4!.outline)
    },
  )

  it.each(LONG)('%s names each heading once in its bookmarks', name => {
    const all = (entries: OutlineEntry[]): string[] => entries.flatMap(({ title, entries }) => [title, ...all(entries)])
    const titles = all(papers[name]!.outline)
    expect(titles.length).toBeGreaterThan(20)
    expect(titles.filter(title => /^(.{3,})\1$/.test(title.replace(/\s/g, '')))).toEqual([])
  })

  it.each(NAMES)(
    '%s has tables whose rows all span the same columns, for those who have them read aloud',
    async name => {
      const { bytes } = handouts.find(each => each.name === name)!
      const tables = await tablesIn(bytes)
      expect(tables.length).toBeGreaterThan(0)
      expect(tables.filter(rows => new Set(rows).size > 1)).toEqual([])
    },
  )

  it.each(DOCUMENTS)('of the %s, what fits a page is on one, and a longer table has its head on each', name => {
    // The answer sheet is one sheet first of all.
    const mayGoOn = (what: string) => name === 'answer-sheet' && what.startsWith('table')
    expect(splits[name]!.filter(({ what, fits, headless }) => headless || (fits && !mayGoOn(what)))).toEqual([])
  })

  it.each(NAMES)('%s has letters for its letters, not drawings of them', name => {
    expect(papers[name]!.fonts.map(font => font.name).filter(font => font === 'Type 3')).toEqual([])
  })
})

describe('the workbook', () => {
  const BOTH = ['workbook-a4.pdf', 'workbook-letter.pdf']

  it.each(BOTH)('%s holds every exercise with its steps, and the beginnings of sentences where it has some', name => {
    const exercises = Object.values(workshop.exercises)
    expectAll(
      name,
      exercises.flatMap(({ title, steps, starters }) => [title, ...steps, ...starters]),
    )
  })

  it.each(BOTH)('%s has at most twenty-four pages for ninety minutes', name => {
    expect(papers[name]!.pages.length).toBeLessThanOrEqual((24 * workshop.length) / 90)
  })

  it.each(BOTH)('%s ends with the feedback slip on a sheet of its own', name => {
    const { pages } = papers[name]!
    expect(pages.length % 2).toBe(1)
    const slip = bare(pages.at(-1)!.text)
    for (const { text } of workshop.feedback.statements) expect(slip).toContain(bare(plainText(text)))
    for (const { ask } of workshop.feedback.questions) expect(slip).toContain(bare(plainText(ask)))
  })

  it.each(BOTH)('%s tells the clock times of the day', name => {
    expect(papers[name]!.pages[0]!.text).toContain('13:30')
  })
})

/** What the guide's contents list, in order. */
const entries = () => contents(workshop).flatMap(part => part.entries)

describe('the guide', () => {
  const GUIDES = ['guide-a4.pdf', 'guide-letter.pdf']

  it.each(GUIDES)('%s has true page numbers in its contents', name => {
    const { pages } = papers[name]!
    const cover = pages[0]!.text
    let checked = 0
    for (const { title } of entries()) {
      const number = Number(
        cover.match(new RegExp(`${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}\\s*(\\d+)`))?.[1],
      )
      expect(bare(pages[number - 1]?.text ?? '').includes(bare(title)), `${title} on page ${number}`).toBe(true)
      checked++
    }
    expect(checked).toBeGreaterThan(workshop.modules.length + 12)
  })

  it.each(GUIDES)('%s counts what to bring and to print for thirty people', name => {
    const workbook = papers[name.replace('guide', 'workbook')]!.pages.length
    const copies = 30 + workshop.materials.find(({ prints }) => prints === 'workbook')!.spare
    const text = papers[name]!.pages.map(page => page.text)
      .join('\n')
      .replace(/\s+/g, ' ')
    const sheets = Math.ceil(workbook / 2)
    expect(text).toContain(`workbook-a4.pdf workbook-letter.pdf ${workbook} ${copies} ${sheets} ${sheets * copies}`)
    const own = papers[name]!.pages.length
    const size = workshop.tableSize
    expect(text).toContain(`guide-a4.pdf guide-letter.pdf ${own} `)
    const { peopleCount, peopleAtTables } = workshop.labels.guide
    const people = fillPlural(peopleCount, 30, workshop)
    expect(text).toContain(fillPlural(peopleAtTables, Math.ceil(30 / size), workshop, { people, size }))
    expect(text).toContain('Room B2')
  })

  it.each(GUIDES)('%s runs to the minute from half past one', name => {
    const times = papers[name]!.pages.map(({ text }) => text.match(/\d\d:\d\d/g) ?? [])
    const starts = runOfShow(workshop.modules).map(({ from }) => clockTime('13:30', from))
    expect(times.find(each => each.length > starts.length)).toEqual([...starts, clockTime('13:30', workshop.length)])
  })

  it.for(GUIDES)(
    '%s says at its exercise and on the cue card when what people do on arrival begins',
    (name, { skip }) => {
      const rows = runOfShow(workshop.modules)
      const arrivals = rows.filter(({ activity }) => isArrival(activity))
      skip(!arrivals.length, 'in this workshop people just arrive')
      for (const [index, { from, minutes }] of arrivals.entries()) {
        expect(from + minutes, 'ends when the next begins').toBe(rows[index + 1]!.from)
        const clock = clockTime('13:30', from)
        const texts = papers[name]!.pages.map(({ tagged }) => tagged)
        expect(texts.some(text => text.includes(`${clock} · ${workshop.labels.guide.arrival}`))).toBe(true)
        expect(papers[name.replace('guide', 'cue-card')]!.pages[0]!.tagged, 'the sign that is read as minus').toMatch(
          new RegExp(`${clock}\\s*\u2212${-from}\\s`),
        )
      }
    },
  )

  it.each(GUIDES)('%s has every slide, with what is said there', name => {
    const text = textOf(name)
    expect(workshop.slides.filter(({ no }) => !text.includes(`slide${no}`)).map(({ no }) => no)).toEqual([])
    expectAll(
      name,
      workshop.slides.flatMap(({ notes }) => notes.map(note => note.text)),
    )
  })

  // A question of a script may be one of the debrief, which stands beside the answers to expect; and what is read out
  // from the screen stands there too.
  it.each(GUIDES)('%s has what a script says and does once', name => {
    const text = textOf(name)
    const transitions = workshop.modules.map(({ facilitator }) => bare(plainText(facilitator.transition)))
    const lines = workshop.slides
      .filter(({ exercise }) => exercise !== undefined)
      .flatMap(({ notes }) => notes.filter(({ kind }) => kind !== 'ask').flatMap(note => partsOf(note.text)))
      .filter(line => line.length > 40 && !transitions.some(each => each.includes(line)))
    expect(lines.length).toBeGreaterThan(0)
    const revealed = bare(sentencesIn(Object.values(workshop.exercises).map(({ reveal }) => reveal)).join(' '))
    expect(lines.filter(line => text.split(line).length !== 2 && !revealed.includes(line))).toEqual([])
  })

  it.each(GUIDES)('%s has every exercise with roles, debrief and what to do if', name => {
    expectAll(
      name,
      Object.values(workshop.exercises).flatMap(
        ({
          title,
          goal,
          steps,
          remote,
          accessible,
          solo,
          debrief,
          facilitator: { watchFor, roles, ifBehind, ifAhead, ifQuiet },
        }) => [
          title,
          goal,
          ...steps,
          ...debrief.flatMap(({ ask, compare, expect = [] }) => [ask, compare, expect]),
          ...watchFor,
          roles.lead,
          roles.second,
          ifBehind,
          ifAhead,
          ifQuiet,
          remote,
          accessible,
          solo,
        ],
      ),
    )
  })

  it.each(GUIDES)('%s makes every key point and tells all evidence with its limits', name => {
    const points = workshop.modules.flatMap(({ keyPoints }) => keyPoints)
    expect(points.length).toBeGreaterThan(0)
    expectAll(
      name,
      points.map(({ point }) => point),
    )
    expectAll(
      name,
      workshop.modules.flatMap(({ evidence }) => evidence.flatMap(({ finding, caveat }) => [finding, caveat])),
    )
  })

  it.each(GUIDES)('%s answers hard questions, recovers, follows up, and gives the answers of the recall', name => {
    const { guide } = workshop
    expectAll(name, [
      ...guide.hardQuestions.flatMap(({ question, answer, limit }) => [question, answer, limit]),
      ...guide.recoveries.flatMap(({ trouble, recovery }) => [trouble, recovery]),
      ...workshop.followUp.flatMap(({ facilitator, ask }) => [
        facilitator,
        ...ask.flatMap(each => [each.ask, each.compare]),
      ]),
      ...guide.cuts.map(({ how }) => how),
      ...guide.whenAhead,
      ...guide.roomPlan,
      ...guide.evaluation,
      // What is asked again has its answers where it was asked first.
      ...Object.values(workshop.exercises).flatMap(each => (each.repeats ? [] : sentencesIn(each.reveal))),
    ])
  })

  it.each(GUIDES)('%s names every source that anything cites, and every retraction', name => {
    const text = textOf(name)
    const cited = JSON.stringify({
      ...workshop,
      references: [],
      modules: workshop.modules.map(module => ({ ...module, lesson: [] })),
    }).matchAll(/"cite":\["([^\]]*)"\]/g)
    const keys = [...new Set([...cited].flatMap(([, list]) => list!.split('","')))]
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter(key => !text.includes(bare(workshop.references[key]!.title)))).toEqual([])
    for (const { authors, standing } of keys.map(key => workshop.references[key]!))
      if (standing === 'retracted')
        expect(text).toMatch(
          new RegExp(`${bare(authors[0]!.split(',')[0]!)}.*${bare(workshop.labels.common.retracted)}`),
        )
  })
})

describe('the guide in the room', () => {
  let pageOf: Record<string, number>
  let letter: Uint8Array
  /** Its sections by their anchors, and the first page of what stands behind them. */
  const live = () => contents(workshop)[0]!.entries.map(({ anchor }) => anchor)
  const behind = () => pageOf[contents(workshop)[1]!.entries[0]!.anchor]!
  beforeAll(async () => {
    letter = handouts.find(each => each.name === 'guide-letter.pdf')!.bytes
    ;({ pageOf } = await pageNumbers(letter))
  })

  // How many a shorter one needs is for its authors to say: some sections are as long for any workshop.
  itOwn('has at most thirty-two pages for ninety minutes', () => {
    expect(behind() - 2).toBeLessThanOrEqual(32)
  })

  it('begins on the second page', () => {
    expect(pageOf[live()[0]!]).toBe(2)
  })

  it('has every exercise of the plan on one page, or on a left one and the right one that faces it', () => {
    const inPlan = workshop.modules.flatMap(({ activities }) =>
      activities.flatMap(activity => ('exercise' in activity ? [activity.exercise] : [])),
    )
    expect(inPlan.length).toBeGreaterThan(0)
    const spreads = inPlan.map(id => [id, pageOf[`exercise-${id}`]!, pageOf[`exercise-${id}-end`]!] as const)
    expect(spreads.filter(([, from, to]) => from !== to && !(from % 2 === 0 && to === from + 1))).toEqual([])
  })

  it('leaves no page under a third full, but for the last of a part', async () => {
    const filled = await filledIn(letter)
    const lasts = [
      ...live()
        .slice(1)
        .map(anchor => pageOf[anchor]! - 1),
      behind() - 1,
    ]
    const thin = filled.flatMap((share, index) => (share < 1 / 3 ? [index + 1] : []))
    expect(thin.filter(page => page > 1 && page < behind() && !lasts.includes(page))).toEqual([])
  })

  it('names the page of the workbook on which each exercise is', async () => {
    const workbook = await pageNumbers(handouts.find(each => each.name === 'workbook-letter.pdf')!.bytes)
    const pages = papers['guide-letter.pdf']!.pages.map(({ tagged }) => bare(tagged))
    for (const [id, { title }] of Object.entries(workshop.exercises)) {
      const page = workbook.pageOf[`exercise-${id}`]!
      expect(bare(papers['workbook-letter.pdf']!.pages[page - 1]!.tagged)).toContain(bare(title))
      expect(pages[pageOf[`exercise-${id}`]! - 1]).toContain(`${bare(workshop.labels.guide.inWorkbook)}${page}`)
    }
  })
})

describe('the cue card', () => {
  const CARDS = ['cue-card-a4.pdf', 'cue-card-letter.pdf']

  it.each(CARDS)('%s is one sheet printed on both sides', name => {
    expect(papers[name]!.pages).toHaveLength(2)
  })

  it.each(CARDS)('%s has the clock, the second’s cues and the last words of each part in front', name => {
    const front = bare(papers[name]!.pages[0]!.tagged)
    for (const { from } of runOfShow(workshop.modules)) expect(front).toContain(bare(clockTime('13:30', from)))
    for (const { facilitator } of workshop.modules) expect(front).toContain(bare(plainText(facilitator.transition)))
    expectAll(
      name,
      workshop.modules.flatMap(({ activities }) =>
        activities.flatMap(each =>
          'exercise' in each ? [workshop.exercises[each.exercise]!.facilitator.roles.second] : [],
        ),
      ),
    )
  })

  it.each(CARDS)('%s has all cuts, the key and the hard answers in short on its back', name => {
    const back = bare(papers[name]!.pages[1]!.tagged)
    for (const { how } of workshop.guide.cuts) expect(back).toContain(bare(plainText(how)))
    const answers = workshop.guide.hardQuestions.flatMap(({ inShort }) => (inShort ? [inShort] : []))
    for (const answer of answers.flatMap(partsOf)) expect(back).toContain(answer)
    for (const key of Object.values(workshop.exercises).flatMap(keyOf)) expect(back).toContain(bare(key))
  })
})

describe('the answer sheet', () => {
  const SHEETS = ['answer-sheet-a4.pdf', 'answer-sheet-letter.pdf']

  it.for(SHEETS)('%s is one sheet printed on both sides, for up to seven questions', (name, { skip }) => {
    const asked = Object.values(workshop.exercises).flatMap(each => (each.kind === 'recall' ? each.items : []))
    skip(asked.length > 7, 'this workshop asks more')
    expect(papers[name]!.pages.length).toBeLessThanOrEqual(2)
  })

  it.for(SHEETS)('%s answers every question of the recall', (name, { skip }) => {
    const recalls = Object.values(workshop.exercises).filter(({ kind }) => kind === 'recall')
    skip(!recalls.length, 'this workshop has no recall')
    expectAll(
      name,
      recalls.flatMap(({ reveal }) => sentencesIn(reveal)),
    )
  })
})

describe('the contents of the guide', () => {
  it.each(['guide-a4.pdf', 'guide-letter.pdf'])(
    '%s print the page that each bookmark and each link leads to',
    async name => {
      const { bytes } = handouts.find(each => each.name === name)!
      const { bookmarks, links } = await withReader(bytes, async reader => {
        const pageOf = async (target: unknown) => {
          const place = typeof target === 'string' ? await reader.getDestination(target) : (target as unknown[])
          return (await reader.getPageIndex(place![0] as never)) + 1
        }
        const [top] = await reader.getOutline()
        const annotations = (await (await reader.getPage(1)).getAnnotations()) as { subtype: string; dest: unknown }[]
        return {
          bookmarks: await Promise.all(top!.items.map(async ({ title, dest }) => [title, await pageOf(dest)] as const)),
          links: await Promise.all(annotations.filter(each => each.subtype === 'Link').map(({ dest }) => pageOf(dest))),
        }
      })
      const printed = [...papers[name]!.pages[0]!.text.matchAll(/^(.+) (\d+)$/gm)].map(([, title, page]) => [
        title,
        Number(page),
      ])
      expect(printed.map(([title]) => title)).toEqual(entries().map(({ title }) => title))
      // The first bookmark is that of the contents themselves.
      expect(bookmarks.slice(1)).toEqual(printed)
      expect(links).toEqual(printed.map(([, page]) => page))
    },
  )
})

describe('every exercise of the content', () => {
  const ids = readdirSync(resolve(ROOT, 'content/modules'), { recursive: true, encoding: 'utf8' })
    .filter(name => /[/\\]exercises[/\\][^/\\]+\.yaml$/.test(name))
    .map(name => basename(name, '.yaml'))
    .sort()

  it('is accounted for: there are as many as there are files', () => {
    expect(ids.length).toBeGreaterThan(0)
    expect(Object.keys(workshop.exercises).toSorted()).toEqual(ids)
  })

  it.each(ids)(
    '%s reaches the deck once or is for home, the lesson of its part, the workbook with all that it asks, and the guide',
    id => {
      const exercise = workshop.exercises[id]!
      const home = workshop.modules.filter(module => exercisesOf(module).includes(id))
      expect(home).toHaveLength(1)
      expect(
        workshop.slides
          .filter(slide => slide.exercise === id && slide.role === 'ask' && !isSpare(slide))
          .map(slide => slide.module),
      ).toEqual(exercise.minutesAtHome === undefined ? [home[0]!.id] : [])
      expect(
        workshop.modules.flatMap(({ id: module, lesson }) =>
          lesson.flatMap(block => (block.type === 'exercise' && block.id === id ? [module] : [])),
        ),
      ).toEqual([home[0]!.id])
      for (const paper of ['a4', 'letter']) {
        expectAll(`workbook-${paper}.pdf`, [exercise.title, ...exercise.steps, ...askedBy(exercise)])
        expectAll(`guide-${paper}.pdf`, [exercise.title, exercise.goal, ...exercise.materials, ...exercise.steps])
      }
    },
  )
})

/** The key by which an exercise is counted with a pen; what is asked again is counted as it was the first time. */
function keyOf(exercise: Workshop['exercises'][string]): string[] {
  return exercise.repeats ? [] : (kinds[exercise.kind]!.kind.countingKey?.(exercise, workshop) ?? [])
}

/** What a pen answers, beyond the steps that every exercise has: every text of its kind's fields that paper has. */
function askedBy(exercise: Workshop['exercises'][string]): string[] {
  const { open, screenOnly = [] } = kinds[exercise.kind]!.schema
  const own = Object.keys(open).filter(field => !screenOnly.includes(field))
  return textsIn(own.map(field => (exercise as unknown as Record<string, unknown>)[field]))
}
