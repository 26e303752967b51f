import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

import { parse } from '@slidev/parser'
import type { LoadedSlidevData } from '@slidev/parser/fs'
import { load } from '@slidev/parser/fs'
import type { SlideInfo, SourceSlideInfo } from '@slidev/types'

import type { Block } from '../components/text/blocks'
import { unreadable } from './content-files'
import { slideFiles } from './content-paths'
import { frontmatterProblems, importProblem } from './frontmatter'
import { unfitFile, unfitText } from './limits'
import { lookAlikes } from './look-alikes'
import { readBlocks } from './markdown'
import type { Note } from './notes'
import type { Problem } from './problem'
import type { SlideRole } from './schemas/script'
import { SLIDE_ROLES } from './schemas/script'
import type { Layout } from './schemas/slide'
import { contentLine, srcLine } from './slide-lines'
import { markupProblems } from './slide-markup'
import type { NoteLabels } from './slide-notes'
import { commentProblems, readNotes } from './slide-notes'
import { SourceFile } from './source-file'

/** One slide as its Markdown has it. */
export interface MarkdownSlide {
  /** Its number in the deck, from 1. */
  no: number
  layout: Layout
  /** The id of the module it stands in; the cover stands in none. */
  module?: string
  file: string
  /** Where its Markdown begins in the file, and where it ends. */
  line: number
  end: number
  points: string[]
  evidence?: string
  exercise?: string
  /** What the slide is to its exercise; slides without an exercise have none. */
  role?: SlideRole
  /** The id of the talk that begins with this slide. */
  talk?: string
  drawing?: 'mistake' | 'repair'
  /** What its Markdown body says; what its layout draws from the records is not in here. */
  body: Block[]
  /** The comment that ends it. */
  notes: Note[]
}

/** A slide whole: with its place in the run of show, and with all its notes, wherever they are written. */
export interface Slide extends MarkdownSlide {
  /** The id of the module that it is shown in. */
  part: string
  /** The index of its activity among those of the module; a slide to spare, of an exercise for home, has none. */
  activity?: number
}

/** A `src:` of slides.md, in running order. */
export interface ModuleImport {
  module: unknown
  folder: string
  line: number
}

export interface Deck {
  slides: MarkdownSlide[]
  imports: ModuleImport[]
  files: SourceFile[]
  problems: Problem[]
  /** Whether the slides are what their author meant: no broken import or frontmatter among them. */
  sound: boolean
}

/**
 * Reads slides.md and the modules' slides.md with Slidev's own parser, so that check, guide and deck see
 * the same slides. Slidev drops a missing `src:` and broken frontmatter silently; here both are problems.
 * @param folders the modules there are, for a `src:` that is misspelt
 * @param labels what the paragraphs of notes begin with; without them no notes are read
 */
export async function readDeck(root: string, folders: string[], labels: NoteLabels | undefined): Promise<Deck> {
  const entry = resolve(root, 'slides.md')
  if (!existsSync(entry))
    return broken([
      new SourceFile('slides.md', '').problem(
        'deck/entry',
        'Expected the running order of the deck, found no slides.md.',
        { line: 1, column: 1 },
        'restore it: one `src:` for each module.',
      ),
    ])
  const unfit = unfitSlides(root, folders)
  if (unfit.length) return broken(unfit)
  let data: LoadedSlidevData
  try {
    data = await load({ userRoot: root, roots: [root], allowedRoots: [root.replaceAll('\\', '/')] }, entry)
  } catch {
    return broken(await parserProblems(root, folders))
  }
  const stopped = Object.values(data.markdownFiles).some(({ errors }) =>
    errors?.some(({ message }) => message.startsWith('Error when')),
  )
  return stopped ? broken(await parserProblems(root, folders)) : readData(data, root, folders, labels)
}

/**
 * What Slidev's parser cannot be given: it takes a byte order mark for a slide, and a file a thousand times too large
 * takes it hours.
 */
function unfitSlides(root: string, folders: string[]): Problem[] {
  return slideFiles(folders).flatMap(file => {
    const path = join(root, file)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return unfitFile(root, file) ?? []
    const large = unfitFile(root, file)
    if (large) return [large]
    const text = readFileSync(path, 'utf8')
    const source = new SourceFile(file, text)
    const tooMuch = unfitText(file, text)
    if (tooMuch) return [tooMuch]
    return unreadable(source).filter(({ rule }) => text.startsWith('\uFEFF') || rule === 'content/encoding')
  })
}

const broken = (problems: Problem[]): Deck => ({ slides: [], imports: [], files: [], problems, sound: false })

function readData(data: LoadedSlidevData, root: string, folders: string[], labels: NoteLabels | undefined): Deck {
  const pathOf = (file: string) => relative(root, file).replaceAll('\\', '/')
  const problems: Problem[] = []
  const sources = new Map<string, SourceFile>()
  for (const [file, markdown] of Object.entries(data.markdownFiles)) {
    const source = new SourceFile(pathOf(file), readFileSync(file, 'utf8'))
    sources.set(file, source)
    problems.push(
      ...unreadable(source),
      ...lookAlikesOn(markdown.slides, source),
      ...markdown.slides.flatMap(slide => frontmatterProblems(source.file, slide)),
    )
    for (const error of markdown.errors ?? []) problems.push(...importProblem(source, error, markdown.slides, folders))
  }
  const sound = problems.length === 0
  const imports = data.entry.slides
    .filter(slide => typeof slide.frontmatter.src === 'string')
    .map(slide => ({
      module: slide.frontmatter.module as unknown,
      folder: pathOf(dirname(join(root, String(slide.frontmatter.src)))),
      line: srcLine(slide),
    }))
  const slides = data.slides.map((slide, index) => {
    const source = sources.get(slide.source.filepath)!
    problems.push(...markupProblems(slide.source, source))
    const read = readSlide(slide, index + 1, source)
    if (read.layout === 'exercise' || read.layout === 'debrief') {
      const script = `${dirname(source.file)}/exercises/${read.exercise ?? '…'}.yaml`
      problems.push(...commentProblems(slide.source, source, script))
      return read
    }
    const { notes, problems: faults } = readNotes(slide.source, source, labels)
    problems.push(...faults)
    return { ...read, notes }
  })
  return { slides, imports, files: [...sources.values()], problems, sound }
}

/** Slidev's parser stops at some faults of YAML; ask it for the slides alone, and say where the fault is. */
async function parserProblems(root: string, folders: string[]): Promise<Problem[]> {
  const files = slideFiles(folders).filter(file => existsSync(join(root, file)))
  const problems = await Promise.all(
    files.map(async file => {
      try {
        const { slides } = await parse(readFileSync(join(root, file), 'utf8'), file, undefined, { noParseYAML: true })
        return slides.flatMap(slide => frontmatterProblems(file, slide))
      } catch {
        return [
          new SourceFile(file, '').problem(
            'deck/file',
            'Expected slides in Markdown, found a file that cannot be read.',
            { line: 1, column: 1 },
            'restore the file; other modules show what it holds.',
          ),
        ]
      }
    }),
  )
  return problems.some(each => each.length)
    ? problems.flat()
    : [
        new SourceFile('slides.md', '').problem(
          'deck/file',
          'Expected slides that Slidev can read, found some that it cannot.',
          { line: 1, column: 1 },
          'undo the last change to slides.md or to the slides of a module.',
        ),
      ]
}

function readSlide({ source: { start, end }, frontmatter, content }: SlideInfo, no: number, file: SourceFile) {
  const text = (field: string, name = field) =>
    typeof frontmatter[field] === 'string' ? { [name]: frontmatter[field] as string } : {}
  const layout = (frontmatter.layout ?? 'cover') as Layout
  const role = layout === 'debrief' ? 'debrief' : frontmatter.role
  const slide: MarkdownSlide = {
    no,
    layout,
    ...text('module'),
    file: file.file,
    line: start + 1,
    end,
    points: Array.isArray(frontmatter.points) ? frontmatter.points.filter(point => typeof point === 'string') : [],
    ...text('evidence'),
    ...text('exercise'),
    ...(SLIDE_ROLES.includes(role) && { role }),
    ...text('activity', 'talk'),
    ...(frontmatter.drawing === 'mistake' || frontmatter.drawing === 'repair' ? { drawing: frontmatter.drawing } : {}),
    body: readBody(content),
    notes: [],
  }
  return slide
}

/** On slides alone: in frontmatter, a line that begins with # is a comment. */
function lookAlikesOn(slides: readonly SourceSlideInfo[], source: SourceFile): Problem[] {
  return slides.flatMap(slide => lookAlikes(new SourceFile(source.file, slide.content, contentLine(slide))))
}

/** The words of a slide: citations kept, Vue's tags and Slidev's click wrappers left out. */
function readBody(content: string): Block[] {
  const plain = content
    .replace(/<Cite\s+of="([^"]+)"\s*\/>/g, '[@$1]')
    .replace(/<\/?[a-z-]+[^<>]*>/gi, '\n')
    .replace(/^[ \t]+/gm, '')
  return readBlocks(plain, () => {})
}
