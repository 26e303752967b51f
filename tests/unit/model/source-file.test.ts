import { describe, expect, it } from 'vitest'

import { ContentError, formatProblem, sortProblems } from '../../../model/problem'
import { SourceFile, YamlFile } from '../../../model/source-file'

const YAML = `title: A walk
steps:
  - Go out.
  - say: Hello
    to: "Ada"
`

describe('the place of a problem', () => {
  const yaml = new YamlFile('walk.yaml', YAML)

  it.each([
    ['a field', ['title'], 1, 8, 6],
    ['an entry of a list', ['steps', 0], 3, 5, 7],
    ['a field of an entry', ['steps', 1, 'to'], 5, 9, 5],
    ['a field that is missing, at the group it is missing from', ['steps', 1, 'from'], 4, 5, undefined],
    ['an entry that is missing, at its list', ['steps', 7], 3, 3, undefined],
    ['a path that leads nowhere, at the record', ['nothing', 'at', 'all'], 1, 1, undefined],
  ])('is that of %s', (_, path, line, column, span) => {
    expect(yaml.problemAt('test', 'Expected this, found that.', path)).toMatchObject({
      file: 'walk.yaml',
      line,
      column,
      ...(span && { span }),
    })
  })

  it('can be the name of a field, or words inside its text', () => {
    expect(yaml.problemAt('test', '', ['steps', 1, 'to'], undefined, true)).toMatchObject({
      line: 5,
      column: 5,
      span: 2,
    })
    expect(yaml.problemIn('test', '', ['steps', 0], 'out')).toMatchObject({ line: 3, column: 8, span: 3 })
    expect(yaml.problemIn('test', '', ['steps', 0], 'in')).toMatchObject({ line: 3, column: 5, span: 7 })
  })

  it('is counted from the file when the text begins further down in it', () => {
    const inside = new YamlFile('slides.md', 'layout: walk\nrole: ask', 40)
    expect(inside.problemAt('test', '', ['role'])).toMatchObject({ line: 41, column: 7, excerpt: 'role: ask' })
    expect(new SourceFile('slides.md', 'a\nb', 40).problem('test', '', { line: 90, column: 90 })).toMatchObject({
      line: 41,
      column: 2,
      excerpt: 'b',
    })
  })

  it('does not mind the line ends of another system', () => {
    expect(
      new YamlFile('walk.yaml', YAML.replaceAll('\n', '\r\n')).problemAt('test', '', ['steps', 1, 'to']),
    ).toMatchObject({ line: 5, column: 9, excerpt: '    to: "Ada"' })
  })

  it('of an offset is its line and column', () => {
    const source = new SourceFile('walk.md', 'one\ntwo\nthree')
    expect(source.placeOf(0)).toEqual({ line: 1, column: 1 })
    expect(source.placeOf(4)).toEqual({ line: 2, column: 1 })
    expect(source.placeOf(10, 2)).toEqual({ line: 3, column: 3, span: 2 })
  })
})

describe('a problem as it is printed', () => {
  const base = { file: 'walk.yaml', line: 3, column: 5, rule: 'walk/step', message: 'Expected a step, found none.' }

  it('shows place, message, line, caret and remedy', () => {
    expect(formatProblem({ ...base, excerpt: '  - Go out.', span: 2, hint: 'take one.' }))
      .toBe(`walk.yaml:3:5  walk/step
  Expected a step, found none.
      3 |   - Go out.
        |     ^^
  Hint: take one.`)
  })

  it('keeps the caret in view on a very long line', () => {
    const printed = formatProblem({
      ...base,
      column: 301,
      excerpt: `${'x'.repeat(300)}HERE${'y'.repeat(300)}`,
      span: 4,
    })
    const [, , shown, caret] = printed.split('\n')
    expect(shown!.length).toBeLessThan(110)
    expect(shown!.slice(caret!.indexOf('^'), caret!.lastIndexOf('^') + 1)).toBe('HERE')
  })

  it('keeps the caret under its word after a tab, and characters that move a terminal out of it', () => {
    const printed = formatProblem({ ...base, column: 2, excerpt: '\tword\u001B[31m', span: 4 })
    const [, , shown, caret] = printed.split('\n')
    expect(shown!.slice(caret!.indexOf('^'), caret!.lastIndexOf('^') + 1)).toBe('word')
    expect(printed).not.toContain('\u001B')
  })

  it('comes in the order of files, lines and columns, and once', () => {
    const problems = [
      { ...base, line: 9 },
      { ...base, file: 'a.yaml' },
      { ...base },
      { ...base, column: 1 },
      { ...base },
    ]
    expect(sortProblems(problems).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'a.yaml:3:5',
      'walk.yaml:3:1',
      'walk.yaml:3:5',
      'walk.yaml:9:5',
    ])
  })

  it('is one of all that an error carries', () => {
    expect(new ContentError([base, { ...base, line: 4 }]).message.match(/Expected a step/g)).toHaveLength(2)
  })
})
