import { describe, expect, it } from 'vitest'
import { parse } from 'vue/compiler-sfc'

import { readSource, sourceFiles } from '../fixtures/sources'

/** The parts of Vue's template tree that are looked at here. */
interface TemplateNode {
  type: number
  tag?: string
  content?: string | { content?: string }
  props?: {
    type: number
    name: string
    value?: { content: string }
    arg?: { content?: string }
    exp?: { content?: string }
  }[]
  children?: TemplateNode[]
}

const TEXT = 2
const INTERPOLATION = 5
const ATTRIBUTE = 6
const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'label',
])
const WORD = /\p{L}{2,}/u
const QUOTED = /(['"`])(.*?)\1/g
/** A string in an expression that reads like English, such as `'Next'` or `'on the way'`. */
const ENGLISH = /^\p{Lu}\p{Ll}+|\p{L} \p{L}/u

function nodesIn(source: string): TemplateNode[] {
  const all: TemplateNode[] = []
  const walk = (node: TemplateNode) => {
    all.push(node)
    node.children?.forEach(walk)
  }
  const { template } = parse(source).descriptor
  if (template?.ast) walk(template.ast as unknown as TemplateNode)
  return all
}

/** Words that a person would see or hear and that stand in the template itself. */
function wordsIn(source: string): string[] {
  return nodesIn(source).flatMap(node => {
    if (node.type === TEXT)
      return WORD.test(String(node.content).replace(/https:\/\/\S+/g, '')) ? [String(node.content).trim()] : []
    if (node.type === INTERPOLATION)
      return [...String((node.content as { content?: string }).content).matchAll(QUOTED)]
        .map(([, , words]) => words!)
        .filter(words => ENGLISH.test(words))
    return (node.props ?? []).flatMap(({ type, name, value }) =>
      type === ATTRIBUTE && SPOKEN.has(name) && value && WORD.test(value.content) ? [`${name}="${value.content}"`] : [],
    )
  })
}

const attributesIn = (source: string) =>
  nodesIn(source).flatMap(node =>
    (node.props ?? []).map(({ type, name, arg }) =>
      type === ATTRIBUTE ? name : name === 'bind' ? `:${arg?.content ?? ''}` : `v-${name}`,
    ),
  )

const templates = sourceFiles().filter(file =>
  /^(?:components|layouts|handouts|site|room)\/.*\.vue$|^global-.*\.vue$/.test(file),
)

describe('a template', () => {
  it('would be caught with English in it', () => {
    expect(wordsIn('<template><p>Hi <b :title="x">{{ n }} of {{ m }}</b></p></template>')).toEqual(['Hi', 'of'])
    expect(wordsIn('<template><img alt="A desk"><i>{{ on ? "Yes" : labels.no }}</i></template>')).toEqual([
      'alt="A desk"',
      'Yes',
    ])
    expect(wordsIn('<template><p class="a b">{{ label }} – {{ n }} / 5</p></template>')).toEqual([])
  })

  it.each(templates)('%s shows no words of its own: all of them are in content', file => {
    expect(wordsIn(readSource(file))).toEqual([])
  })

  it.each(templates)('%s keeps to a strict content policy: no style attribute, no raw HTML', file => {
    expect(attributesIn(readSource(file)).filter(name => ['style', ':style', 'v-html'].includes(name))).toEqual([])
  })
})
