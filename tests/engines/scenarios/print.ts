import { describe, expect, it } from 'vitest'

import { allAnswers, exercisesOf, lessons, openPage, PHONE, WORDS, workshop } from '../../browser/support/site-pages'
import { keyOf } from '../../browser/support/stage'
import { readPages, withReader } from '../../pdf/read-pages'
import type { EnginePage } from '../driver'
import type { EngineUnderTest } from '../use-engine'

const { answer, takeHome } = workshop.labels

/** The pages of the site as they come out of a printer. */
export function print({ driver, page: sharedPage }: EngineUnderTest) {
  const { print } = driver
  describe.skipIf(!print)(`printed${print ? '' : ' (skipped: the driver cannot print)'}`, () => {
    /** The browser of a learner who has answered everything, at some page of the site. */
    async function answered(): Promise<EnginePage> {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      await openPage(page, lessons[0]!.file)
      await page.evaluate(
        entries => {
          for (const [key, text] of entries) localStorage.setItem(key, text)
        },
        Object.entries(allAnswers()).map(([id, stored]) => [keyOf(id), JSON.stringify(stored)] as const),
      )
      return page
    }
    /** The words on all sheets; where lines end depends on the engine. */
    async function printed(page: EnginePage, file: string): Promise<string> {
      await openPage(page, file)
      const sheets = await withReader(await print!(page), readPages)
      return squeeze(sheets.map(({ text }) => text).join(' '))
    }

    it('lessons have their exercises for a pen, and no answers', async () => {
      const page = await answered()
      for (const { file, module } of lessons) {
        const text = await printed(page, file)
        const titles = exercisesOf(module).map(id => workshop.exercises[id]!.title)
        expect(
          titles.filter(title => !text.includes(squeeze(title))),
          file,
        ).toEqual([])
        for (const words of [WORDS, answer.clear]) expect(text, file).not.toContain(squeeze(words))
      }
    })

    it('the take-home page is the document with the answers, without its buttons', async () => {
      const text = await printed(await answered(), 'take-home.html')
      for (const words of [workshop.title, WORDS]) expect(text).toContain(squeeze(words))
      for (const words of [takeHome.deleteAll, takeHome.load]) expect(text).not.toContain(squeeze(words))
    })
  })
}

/** Letters alone: ligatures and spaces come back from paper in several ways. */
const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
