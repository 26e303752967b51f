import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

import type { z } from 'zod'

import { UNFIT } from '../components/text/unfit'
import { MODULES_FOLDER } from './content-paths'
import { isLeftBehind } from './left-behind'
import { LARGEST, noFile, tooLarge, unfitFile, unfitText } from './limits'
import { lookAlikes, yamlLookAlike } from './look-alikes'
import type { Problem } from './problem'
import { readRecord } from './read-record'
import { SourceFile, YamlFile } from './source-file'

/** What there is instead of a file, by the code of the error. */
const FOUND: Record<string, string> = {
  ENOENT: 'none',
  ENOTDIR: 'none',
  EISDIR: 'a folder of that name',
  EACCES: 'one that you may not read',
  EPERM: 'one that you may not read',
}

/** The files under one root: read once, and kept for problems to point into. */
export class ContentFiles {
  readonly read = new Map<string, YamlFile | SourceFile>()
  readonly root: string
  readonly report: (problem: Problem) => void

  constructor(root: string, report: (problem: Problem) => void) {
    this.root = root
    this.report = report
  }

  /** The names in a folder, but for hidden ones and what systems leave behind; none when there is no such folder. */
  namesIn(folder: string, kind: 'files' | 'folders'): string[] {
    try {
      return readdirSync(join(this.root, folder), { withFileTypes: true })
        .filter(entry => entry.isDirectory() === (kind === 'folders'))
        .map(entry => entry.name)
        .filter(name => !name.startsWith('.') && !isLeftBehind(name))
        .sort()
    } catch {
      return []
    }
  }

  /**
   * Links, pipes and the like anywhere in a folder, folders that are called like a file, and files that are too large,
   * each a problem: what a link leads to is built on one machine and missing on the next, and what lies in such a
   * folder is read by nobody. An editor's lock may be a link too, and is none of the content.
   */
  strangersIn(path: string): Problem[] {
    const found = lstatSync(join(this.root, path), { throwIfNoEntry: false })
    if (!found || isLeftBehind(basename(path))) return []
    const source = new SourceFile(path, '')
    if (found.isDirectory())
      return NAME_OF_FILE.test(path)
        ? [folderForFile(source)]
        : readdirSync(join(this.root, path)).flatMap(name => this.strangersIn(`${path}/${name}`))
    if (found.isFile()) return found.size > LARGEST ? [tooLarge(path, found.size)] : []
    return [
      found.isSymbolicLink()
        ? source.problem(
            'content/link',
            `Expected a ${kindOf(join(this.root, path))} of its own, found a link called "${basename(path)}".`,
            { line: 1, column: 1 },
            `put the ${kindOf(join(this.root, path))} itself there; a link leads elsewhere on another machine.`,
          )
        : noFile(source),
    ]
  }

  /**
   * The text of a file, kept for problems to point into.
   * @param file its path from the root
   * @returns nothing when there is no text to parse, which is reported
   */
  text(file: string): string | undefined {
    try {
      const unfit = unfitFile(this.root, file)
      if (unfit) {
        this.report(unfit)
        return undefined
      }
      const text = readFileSync(join(this.root, file), 'utf8')
      const source = new SourceFile(file, text)
      this.read.set(file, source)
      const faults = [...unreadable(source), ...(file.endsWith('.md') ? lookAlikes(source) : [])]
      const tooMuch = unfitText(file, text)
      ;[...faults, ...(tooMuch ? [tooMuch] : [])].forEach(this.report)
      // What a parser made of another encoding, or of far too much, would hide the one cause.
      return tooMuch || faults.some(isEncoding) ? undefined : text
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      this.report(
        new SourceFile(file, '').problem(
          'content/file',
          `Expected this file, found ${FOUND[code!] ?? `one that cannot be read (${code})`}.`,
          { line: 1, column: 1 },
          ['EACCES', 'EPERM'].includes(code!)
            ? 'let this user read it: where files are shared, look at its permissions.'
            : file.startsWith(`${MODULES_FOLDER}/`)
              ? 'restore it; the same file of another module shows what it holds.'
              : 'restore it from the kit: every workshop has one.',
        ),
      )
      return undefined
    }
  }

  /** The same of a YAML file; nothing when it has no sound syntax either, which is reported. */
  yaml(file: string): YamlFile | undefined {
    const text = this.text(file)
    if (text === undefined) return undefined
    const lookAlike = yamlLookAlike(this.read.get(file)!)
    if (lookAlike) {
      this.report(lookAlike)
      return undefined
    }
    const yaml = new YamlFile(file, text)
    this.read.set(file, yaml)
    yaml.syntaxProblems.forEach(this.report)
    return yaml.syntaxProblems.length ? undefined : yaml
  }

  /**
   * A YAML file as its schema reads it.
   * @param about what the file is, as the rules of its problems begin: `module` for `module/title`
   * @returns nothing when the record has problems, which are reported
   */
  record<S extends z.ZodType>(file: string, schema: S, about: string): z.output<S> | undefined {
    const yaml = this.yaml(file)
    if (!yaml) return undefined
    const { record, problems } = readRecord(schema, yaml, about)
    problems.forEach(this.report)
    return record
  }
}

/** What is read as text has one of these endings. */
const NAME_OF_FILE = /^content\/(?:.*\/)?[^./][^/]*\.(?:ya?ml|md)$/i

const folderForFile = (source: SourceFile) =>
  source.problem(
    'content/file',
    `Expected a file called "${basename(source.file)}", found a folder of that name.`,
    { line: 1, column: 1 },
    'put the file itself there, or give the folder a name without that ending.',
  )

/** What a link leads to; of one that leads nowhere, or round in circles, what its name says. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return extname(path) ? 'file' : 'folder'
  }
}

const isEncoding = ({ rule }: Problem) => rule === 'content/encoding'

/** Characters that no editor shows, and those that stand where a file was not saved as UTF-8. */
const UNSEEN = new RegExp(`(?![\\t\\n\\r])\\p{Cc}|\uFFFD|${UNFIT.source}`, 'u')

export function unreadable(source: SourceFile): Problem[] {
  // Read as UTF-8, the mark of UTF-16 is two bytes that are none of it; without one, every other byte of Latin is zero.
  const zeros = source.text.split('\0').length - 1
  const isWide = /^\uFFFD\uFFFD/.test(source.text) || zeros > source.text.length / 4
  if (isWide || zeros > 2)
    return [
      source.problem(
        'content/encoding',
        `Expected a file saved as UTF-8, found ${isWide ? 'one saved as UTF-16' : 'one that holds no text'}.`,
        { line: 1, column: 1 },
        isWide
          ? 'save it again with the encoding UTF-8; in Notepad the list is beside the button Save.'
          : 'restore it: another program has written over it.',
      ),
    ]
  const offset = source.text.search(UNSEEN)
  if (offset === -1) return []
  const code = source.text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0')
  return [
    source.problem(
      'content/characters',
      `Expected plain text, found the character U+${code}, which most editors do not show.`,
      source.placeOf(offset, 1),
      code === 'FFFD'
        ? 'type it again, and save the file as UTF-8.'
        : 'delete it, and save the file as UTF-8 without a byte order mark.',
    ),
  ]
}
