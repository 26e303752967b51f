import { describe, expect, it } from 'vitest'

import { allAnswers, exercisesOf, lessons, openPage, PHONE, WORDS, workshop } from '../../browser/support/site-pages'
import { keyOf } from '../../browser/support/stage'
import { readPages, withReader } from '../../pdf/read-pages'
import type { EnginePage } from '../driver'
import type { EngineUnderTest } from '../use-engine'

const { answer, takeHome } = workshop.labels

/** The pages of the site as they come out of a printer. */
export function print({ driver, newContext }: EngineUnderTest) {
  const { print } = driver
  describe.skipIf(!print)(`printed${print ? '' : ' (skipped: the driver cannot print)'}`, () => {
    /** Opens pages of the site in the browser of a learner who has answered everything. */
    async function answered(): Promise<(file: string) => Promise<EnginePage>> {
      const context = await newContext()
      const open = async (file: string) => {
        const page = await context.newPage()
        await page.setViewportSize(PHONE)
        await openPage(page, file)
        return page
      }
      const first = await open(lessons[0]!.file)
      await first.evaluate(
        entries => {
          for (const [key, text] of entries) localStorage.setItem(key, text)
        },
        Object.entries(allAnswers()).map(([id, stored]) => [keyOf(id), JSON.stringify(stored)] as const),
      )
      return open
    }
    /** The words on all sheets; where lines end depends on the engine. */
    async function printed(page: EnginePage): Promise<string> {
      const sheets = await withReader(await print!(page), readPages)
      return squeeze(sheets.map(({ text }) => text).join(' '))
    }

    it('lessons have exercises for a pen and no answers, and the take-home page is the document with them', async () => {
      const open = await answered()
      // Side by side: Firefox waits before each of a document's first ten sheets, five seconds in all.
      const papers: Promise<string>[] = []
      for (const file of [...lessons.map(({ file }) => file), 'take-home.html']) papers.push(printed(await open(file)))
      const texts = await Promise.all(papers)

      const takenHome = texts.pop()!
      for (const words of [workshop.title, WORDS]) expect(takenHome).toContain(squeeze(words))
      for (const words of [takeHome.deleteAll, takeHome.load]) expect(takenHome).not.toContain(squeeze(words))
      for (const [index, { file, module }] of lessons.entries()) {
        const titles = exercisesOf(module).map(id => workshop.exercises[id]!.title)
        expect(
          titles.filter(title => !texts[index]!.includes(squeeze(title))),
          file,
        ).toEqual([])
        for (const words of [WORDS, answer.clear]) expect(texts[index], file).not.toContain(squeeze(words))
      }
    })
  })
}

/** Letters alone: ligatures and spaces come back from paper in several ways. */
const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
