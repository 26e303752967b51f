import { fromMarkdown } from 'mdast-util-from-markdown'
import { z } from 'zod'

import { nameOf, toRichText } from './inline'
import type { RichText } from './rich-text'
import { UNFIT } from './unfit'

/**
 * A YAML field that holds one paragraph an author may emphasise, link and cite in.
 * Build-time only: schemas use it, pages receive the rich text it gives.
 */
export function prose({ max = LONGEST }: { max?: number } = {}) {
  return z.string().trim().min(1).max(max).transform(read)
}

/** Far more than a paragraph has; emphasis signs take a parser the square of their number. */
const LONGEST = 3000

/** Anything that Markdown could read as more than words. Most fields hold none: that saves `check` half of its time. */
const MARKUP = /[*_[\]`<>\\&\n]|^(?:[-+=#~]|\d+[.)])/

/** A character that is printed nowhere; YAML brings it from "\u0007". */
const CONTROL = /(?![\t\n\r])\p{Cc}/u

function read(text: string, context: z.RefinementCtx): RichText {
  if (CONTROL.test(text) || UNFIT.test(text)) {
    context.addIssue({ code: 'custom', message: 'control' })
    return []
  }
  if (!MARKUP.test(text)) return [text]
  const tree = fromMarkdown(text)
  const [paragraph, ...rest] = tree.children
  const refuse = (found: string) =>
    context.addIssue({
      code: 'custom',
      message: `Expected one paragraph of plain text with emphasis, links or [@source], found ${found}.`,
    })
  if (paragraph?.type !== 'paragraph') {
    refuse(paragraph ? nameOf(paragraph) : 'nothing')
    return []
  }
  if (rest[0]) refuse(rest[0].type === 'paragraph' ? 'a second paragraph' : nameOf(rest[0]))
  return toRichText(paragraph.children, node =>
    refuse(node.type === 'link' ? `a link to "${node.url}", which is no web address` : nameOf(node)),
  )
}
