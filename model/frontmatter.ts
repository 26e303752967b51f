import type { SourceSlideInfo } from '@slidev/types'

import { MODULES_FOLDER } from './content-paths'
import { describe } from './describe'
import { didYouMean, nearest } from './nearest'
import type { Problem } from './problem'
import { readRecord } from './read-record'
import type { Layout } from './schemas/slide'
import { importSchema, layoutSchemas } from './schemas/slide'
import { frontmatterLine, srcLine } from './slide-lines'
import type { SourceFile } from './source-file'
import { YamlFile } from './source-file'

/**
 * Slidev reads broken frontmatter as best it can and ignores what it does not know; here it is held against its layout.
 */
export function frontmatterProblems(file: string, slide: SourceSlideInfo): Problem[] {
  const yaml = new YamlFile(file, (slide.frontmatterRaw ?? '').replace(/\n$/, ''), frontmatterLine(slide))
  if (yaml.syntaxProblems.length) return yaml.syntaxProblems.map(problem => ({ ...problem, rule: 'deck/frontmatter' }))
  const value = typeof yaml.value === 'object' && yaml.value !== null ? (yaml.value as Record<string, unknown>) : {}
  if (file === 'slides.md' && 'src' in value) return readRecord(importSchema, yaml, 'slide', value).problems
  const { layout } = value
  if (typeof layout !== 'string' || !Object.hasOwn(layoutSchemas, layout)) {
    const layouts = Object.keys(layoutSchemas)
    return [
      yaml.problemAt(
        'deck/layout',
        `Expected one of the kit's layouts, found ${describe(layout)}.`,
        ['layout'],
        layout === undefined
          ? `begin the slide with "---", "layout: …" and "---"; ${didYouMean('', layouts)}`
          : didYouMean(String(layout), layouts),
      ),
    ]
  }
  return readRecord(layoutSchemas[layout as Layout], yaml, 'slide', value).problems
}

/** The error that Slidev's parser records about a `src:` of slides.md, and does not report. */
export function importProblem(
  source: SourceFile,
  error: { row: number; message: string },
  slides: SourceSlideInfo[],
  folders: string[],
): Problem[] {
  const slide = slides.find(each => each.start === error.row)
  const src = slide?.frontmatter.src
  // A range, and any src in a module's own slides, is a problem of the frontmatter, told there.
  if (!slide || source.file !== 'slides.md' || typeof src !== 'string' || src.includes('#')) return []
  const near = nearest(
    src,
    folders.map(folder => `./${MODULES_FOLDER}/${folder}/slides.md`),
  )
  const [expected, hint] = /Circular/.test(error.message)
    ? ['slides that do not show themselves again', "a module's slides.md needs no src."]
    : /escapes/.test(error.message)
      ? ['slides inside this folder', 'copy them into content/modules.']
      : [
          'slides at the path after "src:"',
          `${near && near !== src ? `did you mean \`${near}\`?` : 'restore the file or mend the path.'} ` +
            'Slidev would leave the slides out without a word.',
        ]
  return [
    source.problem(
      'deck/import',
      `Expected ${expected}, found ${expected.startsWith('slides at') ? `no file "${src}"` : `"${src}"`}.`,
      { line: srcLine(slide), column: 1 },
      hint,
    ),
  ]
}
