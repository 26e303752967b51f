import type { Nodes, Root, RootContent } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { directive } from 'micromark-extension-directive'

import type { Block } from '../components/text/blocks'
import { toRichText } from '../components/text/inline'
import type { Inline, RichText } from '../components/text/rich-text'
import { keptByText } from './kept-by-text'

export interface Refusal {
  node: Nodes
  line: number
  column: number
  span?: number
}

/** `::exercise{#id}` is a line of its own; inside a sentence a colon is a colon, as in "13:30". */
const onlyWholeLines = { flow: directive().flow! }

const parse = keptByText((markdown): Root =>
  fromMarkdown(markdown, { extensions: [onlyWholeLines], mdastExtensions: [directiveFromMarkdown()] }),
)

/**
 * Reads Markdown into blocks: headings, paragraphs, flat lists, quotations and `::exercise{#id}`.
 * @param refuse called with everything else, with its place counted from the text's first line
 */
export function readBlocks(markdown: string, refuse: (found: Refusal) => void): Block[] {
  const tree = parse(markdown)
  const reject = (node: Nodes) => {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    refuse({
      node,
      line: start.line,
      column: start.column,
      ...(start.line === end.line && { span: end.column - start.column }),
    })
  }
  return tree.children.flatMap(node => toBlocks(node, reject))
}

function toBlocks(node: RootContent, reject: (node: Nodes) => void): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', depth: node.depth, text: toRichText(node.children, reject) }]
    case 'paragraph':
      return [{ type: 'paragraph', text: toRichText(node.children, reject) }]
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          items: node.children.map(item => joined(item.children, reject)),
        },
      ]
    case 'blockquote':
      return [{ type: 'quote', text: node.children.map(child => joined([child], reject)) }]
    case 'leafDirective':
      return exercise(node, reject)
    default:
      reject(node)
      return []
  }
}

function exercise(node: LeafDirective, reject: (node: Nodes) => void): Block[] {
  const id = node.attributes?.id
  if (node.name === 'exercise' && id) return [{ type: 'exercise', id }]
  reject(node)
  return []
}

function joined(nodes: RootContent[], reject: (node: Nodes) => void): RichText {
  return nodes.flatMap((node, index): Inline[] => {
    if (node.type !== 'paragraph') {
      reject(node)
      return []
    }
    return [...(index ? [' '] : []), ...toRichText(node.children, reject)]
  })
}
