import type { Page } from 'playwright-chromium'

import { AREA } from '../../handouts/press'
import { readPages, withReader } from './read-pages'

export interface Split {
  /** Its class or tag, and its first words. */
  what: string
  /** The pages on which it begins and ends. */
  from: number
  to: number
  /** Whether all of it would stand on one page. */
  fits: boolean
  /** Whether it is a table whose head is missing on one of them. */
  headless: boolean
}

/**
 * What a document that is laid out has on more than one page. A PDF does not say what lines and boxes belong to:
 * so a copy is printed in which each thing is marked where it begins and where it ends.
 * @param selector what is looked at
 */
export async function splitIn(page: Page, selector: string): Promise<Split[]> {
  const looked = await page.evaluate(selector => {
    const drawn = [...document.querySelectorAll(selector)].filter(element => element.getClientRects().length)
    return drawn.map((element, index) => {
      const { height } = element.getBoundingClientRect()
      const what = `${element.className || element.tagName.toLowerCase()}: ${element.textContent.trim().slice(0, 40)}`
      const leaves = [...element.querySelectorAll('td, th, li, p, h3, h4, .paper-line')].filter(
        leaf => leaf.getClientRects().length,
      )
      const head = element.querySelector(':scope > thead')?.textContent ?? ''
      for (const [at, place] of [leaves[0] ?? element, leaves.at(-1) ?? element].entries()) {
        // Out of the flow: it stands where it is put, and moves nothing.
        const mark = `<span style="position: absolute; font: 1px serif; color: #000">[${index}${'be'[at]}]</span>`
        place.insertAdjacentHTML('afterbegin', mark)
      }
      return { what, height, head }
    })
  }, selector)
  const bare = (text: string) => text.replace(/\s/g, '')
  const pages = (await withReader(await page.pdf({ preferCSSPageSize: true }), readPages)).map(({ text }) => bare(text))
  const pageOf = (mark: string) => pages.findIndex(text => text.includes(mark)) + 1
  return looked.flatMap(({ what, height, head }, index) => {
    const [from, to] = [pageOf(`[${index}b]`), pageOf(`[${index}e]`)]
    if (!from || !to) throw new Error(`Not found where it was marked: ${what}`)
    const headless = pages.slice(from - 1, to).some(text => !text.includes(bare(head)))
    return from === to ? [] : [{ what, from, to, fits: height <= AREA.height, headless }]
  })
}
