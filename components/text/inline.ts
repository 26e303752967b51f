import type { Nodes, PhrasingContent } from 'mdast'

import type { Inline, RichText } from './rich-text'

/** `[@key]` or `[@key; @other]`, as Pandoc writes citations. */
export const CITATION = /\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]/g

/** What a Markdown node is called in a message to an author. */
const NAMES: Record<string, string> = {
  html: 'raw HTML',
  image: 'an image',
  inlineCode: 'code',
  list: 'a list',
  heading: 'a heading',
  code: 'a code block',
  blockquote: 'a quotation',
  thematicBreak: 'a line across',
}

export function nameOf(node: Nodes): string {
  return NAMES[node.type] ?? `Markdown of the kind "${node.type}"`
}

/**
 * Turns phrasing Markdown into rich text.
 * @param refuse called with every node that is neither text, emphasis, link nor citation
 */
export function toRichText(nodes: PhrasingContent[], refuse: (node: Nodes) => void): RichText {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return withCitations(node.value.replace(/\s*\n\s*/g, ' '))
      case 'break':
        return [' ']
      case 'emphasis':
        return [{ em: toRichText(node.children, refuse) }]
      case 'strong':
        return [{ strong: toRichText(node.children, refuse) }]
      case 'link':
        if (!/^(?:https?:|mailto:|#|\.\/)/.test(node.url)) refuse(node)
        return [{ link: node.url, text: toRichText(node.children, refuse) }]
      default:
        refuse(node)
        return []
    }
  })
}

function withCitations(text: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of text.matchAll(CITATION)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push({ cite: match[1]!.split(';').map(key => key.trim().slice(1)) })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}
