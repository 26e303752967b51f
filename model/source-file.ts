import type { Document, Node, Pair } from 'yaml'
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'

import { keptByText } from './kept-by-text'
import type { Problem } from './problem'
import { faultsOf } from './yaml-faults'

export type Path = readonly PropertyKey[]

/** A text file that problems can point into. */
export class SourceFile {
  readonly file: string
  readonly text: string
  protected readonly startLine: number
  private readonly lines: string[]

  /** @param startLine the line of the file that the text begins at, for text inside another file */
  constructor(file: string, text: string, startLine = 1) {
    this.file = file
    this.text = text
    this.startLine = startLine
    this.lines = text.split(/\r?\n/)
  }

  problem(rule: string, message: string, at: { line: number; column: number; span?: number }, hint?: string): Problem {
    const line = Math.min(Math.max(this.startLine, at.line), this.startLine + this.lines.length - 1)
    const excerpt = this.lines[line - this.startLine] ?? ''
    return {
      file: this.file,
      line,
      column: Math.min(Math.max(1, at.column), excerpt.length + 1),
      rule,
      message,
      ...(hint && { hint }),
      ...(excerpt.trim() && { excerpt }),
      ...(at.span && { span: at.span }),
    }
  }

  /** The place of an offset into the text, and of so many characters from there. */
  placeOf(offset: number, span?: number) {
    const before = this.text.slice(0, offset)
    return {
      line: this.startLine + before.split('\n').length - 1,
      column: offset - before.lastIndexOf('\n'),
      ...(span && { span }),
    }
  }
}

/** A text of YAML with its faults, or its value: the same object for the same text, as read-record.ts needs it. */
const parse = keptByText(text => {
  const counter = new LineCounter()
  const document: Document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    // faultsOf checks this itself, in linear time.
    uniqueKeys: false,
    logLevel: 'error',
  })
  const faults = faultsOf(document, text)
  return { document, counter, faults, value: faults.length ? undefined : (document.toJS() as unknown) }
})

/** A YAML file: its value, the problems of its syntax, and the place of every path in it. */
export class YamlFile extends SourceFile {
  private readonly counter: LineCounter
  private readonly document: Document
  /** What the file says; nothing while its syntax has faults. */
  readonly value: unknown
  readonly syntaxProblems: readonly Problem[]

  constructor(file: string, text: string, startLine = 1) {
    super(file, text, startLine)
    const { document, counter, faults, value } = parse(text)
    this.document = document
    this.counter = counter
    this.value = value
    // A file of another kind has one in every line: the first of them are enough.
    this.syntaxProblems = faults
      .slice(0, 20)
      .map(({ offset, message, hint }) => this.problem('yaml/syntax', message, this.position(offset), hint))
  }

  /** A problem at a path; a key that is missing points at its nearest existing parent. */
  problemAt(rule: string, message: string, path: Path, hint?: string, atKey = false): Problem {
    return this.problemBetween(rule, message, this.rangeOf(path, atKey), hint)
  }

  /** A problem at certain words of the text at a path. */
  problemIn(rule: string, message: string, path: Path, words: string, hint?: string): Problem {
    const whole = this.rangeOf(path, false)
    const offset = this.text.slice(0, whole.end).indexOf(words, whole.offset)
    return this.problemBetween(rule, message, offset === -1 ? whole : { offset, end: offset + words.length }, hint)
  }

  /** The line that a path begins on; that of its nearest existing parent when it is missing. */
  lineOf(path: Path): number {
    return this.position(this.rangeOf(path, false).offset).line
  }

  /** Every text of the file as it is written, quotation marks included, with its offset; names of fields are none. */
  texts(): { text: string; offset: number }[] {
    const found: { text: string; offset: number }[] = []
    visit(this.document, {
      Scalar: (key, { range, value }) => {
        if (key !== 'key' && range && typeof value === 'string')
          found.push({ text: this.text.slice(range[0], range[1]), offset: range[0] })
      },
    })
    return found
  }

  private problemBetween(rule: string, message: string, { offset, end }: Range, hint?: string): Problem {
    const start = this.position(offset)
    const stop = this.position(end)
    const span = stop.line === start.line ? stop.column - start.column : undefined
    return this.problem(rule, message, { ...start, ...(span && { span }) }, hint)
  }

  private position(offset: number) {
    const { line, col } = this.counter.linePos(offset)
    return { line: Math.max(1, line) + this.startLine - 1, column: Math.max(1, col) }
  }

  private rangeOf(path: Path, atKey: boolean): Range {
    let node: Node | null = this.document.contents
    let found = rangeOf(node)
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find(
          item => isScalar(item.key) && String(item.key.value) === String(step),
        )
        if (!pair) break
        found = rangeOf(isNode(pair.value) && !(last && atKey) ? pair.value : (pair.key as Node)) ?? found
        node = isNode(pair.value) ? pair.value : null
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)]
        node = isNode(item) ? item : isPair(item) ? (item.value as Node) : null
        found = rangeOf(node) ?? found
      } else {
        break
      }
    }
    return found ?? { offset: 0, end: 1 }
  }
}

interface Range {
  offset: number
  end: number
}

function rangeOf(node: Node | null | undefined): Range | undefined {
  return node?.range ? { offset: node.range[0], end: node.range[1] } : undefined
}
