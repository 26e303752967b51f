import type { SourceSlideInfo } from '@slidev/types'
import type { Heading, Nodes, Paragraph } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

import { codeBlanked } from './look-alikes'
import type { Problem } from './problem'
import { FORMULA, INCLUDES, isAllowed, isProgram, refusedIn } from './slide-code'
import { contentLine } from './slide-lines'
import type { SourceFile } from './source-file'

/**
 * A slide is a Vue template as well. A tag that stays open, or two braces, which Vue takes for a program, would
 * stop the whole deck from being built, long after the author has turned to something else.
 */
export function markupProblems(slide: SourceSlideInfo, source: SourceFile): Problem[] {
  const { content } = slide
  const first = contentLine(slide)
  const problems: Problem[] = []
  const complain: Complain = (offset, words, message, hint) => {
    const before = content.slice(0, offset).split('\n')
    problems.push(
      source.problem(
        'slide/markup',
        message,
        { line: first + before.length - 1, column: before.at(-1)!.length + 1, span: words.length },
        hint,
      ),
    )
  }
  if (/[<{`~]|&/.test(content)) checkTags(fromMarkdown(content), content, complain)
  for (const { 0: words, index } of [...content.matchAll(INCLUDES), ...content.matchAll(FORMULA)])
    refuseCode(index, words, complain)
  for (const { 0: words, index } of codeBlanked(content).matchAll(SLOT))
    complain(
      index,
      words,
      `Expected words on a slide, found "${words.trim().slice(0, 40)}", ` +
        'which begins a part that no layout of the kit has.',
      'delete this line; what follows it would be shown nowhere.',
    )
  return problems
}

/** How Slidev parts a slide for layouts of several columns. */
const SLOT = /^::\s*[\w.\-:]+\s*::[^\S\n]*$/gm

function refuseCode(offset: number, words: string, complain: Complain) {
  complain(
    offset,
    words,
    `Expected words and code to be read, found "${words.trim().slice(0, 40)}", ` +
      'which brings a file or a program along.',
    'write the code itself, between three backticks.',
  )
}

type Complain = (offset: number, words: string, message: string, hint: string) => void
interface Tag {
  words: string
  name: string
  offset: number
}

const TAG = /<(\/?)([a-z][\w.-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi
/** Tags that HTML closes by itself. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/**
 * Tags must close among the things they were opened among: a paragraph's in that paragraph, a slide's on that slide.
 */
function checkTags(node: Nodes, content: string, complain: Complain) {
  const open: Tag[] = []
  for (const child of 'children' in node ? node.children : []) {
    const from = child.position!.start.offset!
    const written = content.slice(from, child.position!.end.offset!)
    if (child.type === 'html') checkBraces(written, from, complain)
    if (child.type === 'paragraph' || child.type === 'heading') checkVueTags(child, content, complain)
    // As it reads: escaped, or written as entities, two braces reach Vue as two braces.
    if (child.type === 'text' && child.value.includes('{{'))
      complainOfBraces(from + Math.max(0, written.indexOf('{{')), complain)
    if (child.type === 'code' && isProgram(`${child.lang ?? ''} ${child.meta ?? ''}`))
      refuseCode(from, written.split('\n')[0]!, complain)
    if (child.type === 'html') follow(child.value, from, open, complain)
    else if (child.type !== 'inlineCode' && child.type !== 'code') checkTags(child, content, complain)
  }
  open.forEach(tag => unclosed(tag, complain))
}

/** Tags with attributes that are Vue's alone, such as `@click`: Markdown takes them for words, and Slidev does not. */
function checkVueTags(block: Paragraph | Heading, content: string, complain: Complain) {
  const from = block.position!.start.offset!
  let words = content.slice(from, block.position!.end.offset!)
  eachNode(block, ({ type, position }) => {
    if (type !== 'html' && type !== 'inlineCode') return
    const [begin, end] = [position!.start.offset! - from, position!.end.offset! - from]
    words = words.slice(0, begin) + ' '.repeat(end - begin) + words.slice(end)
  })
  for (const { 0: tag, index } of words.matchAll(TAG))
    if (words[index - 1] !== '\\') complainOfTag(tag, from + index, complain)
}

/** Visits a node of Markdown and all nodes inside of it, in the order in which they are written. */
export function eachNode(node: Nodes, visit: (node: Nodes) => void) {
  visit(node)
  if ('children' in node) node.children.forEach(child => eachNode(child, visit))
}

function complainOfTag(tag: string, offset: number, complain: Complain) {
  for (const { words, at, why } of refusedIn(tag))
    complain(
      offset + at,
      words,
      `Expected words on a slide, found "${words.slice(0, 40)}", ${why}.`,
      'remove it: slides hold words, pictures and clicks; what they show comes from the records.',
    )
}

function checkBraces(text: string, from: number, complain: Complain) {
  const at = withoutComments(text).indexOf('{{')
  if (at !== -1) complainOfBraces(from + at, complain)
}

function complainOfBraces(offset: number, complain: Complain) {
  complain(
    offset,
    '{{',
    'Expected words, found "{{", which Vue would run as a program.',
    'take one brace away, or write it as code, between backticks.',
  )
}

function follow(html: string, from: number, open: Tag[], complain: Complain) {
  for (const { 0: words, 1: slash, 2: name, 3: rest, index } of withoutComments(html).matchAll(TAG)) {
    if (name === undefined) continue
    complainOfTag(words, from + index, complain)
    // A tag that is refused has its one problem.
    if (!isAllowed(words)) continue
    if (VOID.has(name.toLowerCase()) || rest!.endsWith('/')) continue
    const tag = { words, name, offset: from + index }
    if (!slash) {
      open.push(tag)
      continue
    }
    const begun = open.findLastIndex(each => each.name === name)
    if (begun === -1)
      complain(
        tag.offset,
        words,
        `Expected a tag that "${words}" ends, found none.`,
        `remove it, or write <${name}> where it begins; a tag in a paragraph begins and ends there.`,
      )
    else
      open
        .splice(begun)
        .slice(1)
        .forEach(each => unclosed(each, complain))
  }
}

function unclosed({ words, name, offset }: Tag, complain: Complain) {
  complain(
    offset,
    words,
    `Expected "</${name}>" for the tag that begins here, found none.`,
    `write </${name}> where it ends; a tag in a paragraph begins and ends there.`,
  )
}

/** The same length with spaces in place of comments; one that is never closed goes to the end. */
export function withoutComments(text: string): string {
  let result = ''
  let end = 0
  for (;;) {
    const begin = text.indexOf('<!--', end)
    if (begin === -1) return result + text.slice(end)
    const close = text.indexOf('-->', begin + 4)
    const after = close === -1 ? text.length : close + 3
    result += text.slice(end, begin) + text.slice(begin, after).replace(/[^\n]/g, ' ')
    end = after
  }
}
