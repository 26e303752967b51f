import { describe, expect, it } from 'vitest'

import { importsOf, reachedFrom, sourceFiles } from '../fixtures/sources'

const files = sourceFiles()
const imports = files.flatMap(file => importsOf(file).map(each => ({ file, ...each })))

/** The folder that a file stands in, by its row in `mayImport`: Slidev's own places count as one. */
function folderOf(file: string): string | undefined {
  const [top, rest] = file.split('/')
  if (
    ['layouts', 'setup', 'styles'].includes(top!) ||
    (!rest && /^(?:global-.*\.vue|custom-nav-controls\.vue|vite\.config\.ts)$/.test(file))
  )
    return 'slidev'
  return rest && !top!.startsWith('@') ? top : undefined
}

const mayImport: Record<string, string[]> = {
  building: ['building'],
  components: ['components'],
  model: ['model', 'components'],
  slidev: ['slidev', 'model', 'components'],
  handouts: ['handouts', 'model', 'components', 'building'],
  site: ['site', 'model', 'components', 'building'],
  room: ['room', 'model', 'components'],
  // The only place that joins the others.
  commands: [...new Set(files.flatMap(file => folderOf(file) ?? []))],
}

const told = ({ file, of }: { file: string; of: string }) => `${file} imports ${of}`

describe('the floors of the house', () => {
  it('are all seen by these tests', () => {
    const found = [...new Set(files.flatMap(file => folderOf(file) ?? []))]
    expect(found.toSorted(), 'a new folder needs its row in mayImport').toEqual(Object.keys(mayImport).toSorted())
    expect(imports.length).toBeGreaterThan(200)
    expect(imports).toContainEqual({ file: 'model/load.ts', of: 'model/slides.ts', isType: false })
    expect(imports).toContainEqual({ file: 'model/records.ts', of: 'model/slides.ts', isType: true })
    expect(imports).toContainEqual({ file: 'model/slides.ts', of: '@slidev/parser', isType: false })
  })

  it.each(Object.entries(mayImport))('%s stands on nothing but %j', (folder, floors) => {
    const own = imports.filter(({ file, of }) => folderOf(file) === folder && folderOf(of) !== undefined)
    expect(own.filter(({ of }) => !floors.includes(folderOf(of)!)).map(told)).toEqual([])
  })

  it('no file imports, over however many others, one that imports it, not even for a type', () => {
    const known = new Set(files)
    const importedBy = new Map(
      files.map(file => [
        file,
        new Set(
          importsOf(file)
            .map(each => each.of)
            .filter(each => known.has(each)),
        ),
      ]),
    )
    const circles = (file: string, path: string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
      if (sound.has(file)) return []
      const found = [...importedBy.get(file)!].flatMap(each => circles(each, [...path, file]))
      sound.add(file)
      return found
    }
    const sound = new Set<string>()
    expect(files.flatMap(file => circles(file, []))).toEqual([])
  })

  it('the model knows no Vue, not even through another file', () => {
    const reached = reachedFrom(files.filter(file => folderOf(file) === 'model'))
    expect([...reached]).toContain('components/fill.ts')
    expect([...reached].filter(each => each === 'vue' || each.endsWith('.vue'))).toEqual([])
  })

  it("only Slidev's own places know Slidev's client", () => {
    expect(imports.filter(({ file, of }) => of === '@slidev/client' && folderOf(file) !== 'slidev').map(told)).toEqual(
      [],
    )
    expect(
      imports.filter(({ file, of }) => of.startsWith('@slidev/') && folderOf(file) === 'components').map(told),
    ).toEqual([])
  })

  it("only one file knows Slidev's parser", () => {
    expect(new Set(imports.filter(({ of }) => of === '@slidev/parser').map(({ file }) => file))).toEqual(
      new Set(['model/slides.ts']),
    )
  })
})

describe('what travels to a phone', () => {
  const ZOD =
    /^components\/(?:.*\/)?(?:schema|labels\.schema|fields)\.ts$|^components\/text\/prose\.ts$|^model\/|^room\/commands\.ts$/

  it('zod is named only where content is read', () => {
    expect(imports.filter(({ file, of, isType }) => of === 'zod' && !isType && !ZOD.test(file)).map(told)).toEqual([])
  })

  it('no component brings a validator, a parser or Node along, not even through another file', () => {
    const entries = files.filter(file => file.startsWith('components/') && !ZOD.test(file) && !file.endsWith('.css'))
    const reached = reachedFrom(entries)
    expect(reached.size).toBeGreaterThan(40)
    expect([...reached].filter(each => ['zod', 'yaml', 'node:', 'mdast-util-from-markdown'].includes(each))).toEqual([])
  })

  it('no slide does either', () => {
    const entries = files.filter(file => /^layouts\/|^setup\/(?:main|stage\/main)\.ts$|^global-/.test(file))
    expect(
      [...reachedFrom(entries)].filter(each =>
        ['zod', 'yaml', 'node:', 'mdast-util-from-markdown', '@slidev/parser'].includes(each),
      ),
    ).toEqual([])
  })

  it('no page of the live room does either', () => {
    const reached = reachedFrom(files.filter(file => /^room\/pages\/\w+\/main\.ts$/.test(file)))
    expect([...reached]).toContain('components/exercises/screens.ts')
    expect([...reached].filter(each => ['zod', 'yaml', 'node:', 'libsql', 'hono'].includes(each))).toEqual([])
  })

  it('would be noticed if it did', () => {
    expect([...reachedFrom(['components/exercises/forecast/schema.ts'])]).toContain('zod')
    expect([...reachedFrom(['components/exercises/screens.ts'])]).toContain(
      'components/exercises/forecast/ForecastScreen.vue',
    )
    expect([...reachedFrom(['components/exercises/registry.ts'])]).toContain('components/exercises/forecast/answer.ts')
  })
})
