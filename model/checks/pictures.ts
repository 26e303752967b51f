import { readdirSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'

import { fromMarkdown } from 'mdast-util-from-markdown'

import { nearest } from '../nearest'
import type { Records } from '../records'
import { eachNode, withoutComments } from '../slide-markup'
import type { Slide } from '../slides'
import { rangeOf } from './locate'

const KINDS = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg']
/** The address in a tag that shows a picture; what stands in quotes may hold a `>`. */
const TAG = /<img\b(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi
const ADDRESS = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** Pictures of slides must be there: the build would stop at the first that is not, and name no slide. */
export function checkPictures(records: Records, slides: readonly Slide[]) {
  for (const slide of slides) {
    const source = records.files.get(slide.file)!
    const [from, to] = rangeOf(records, slide)
    for (const { path, offset } of picturesIn(source.text.slice(from, to))) {
      const why = faultOf(records.root, slide.file, path)
      if (why)
        records.report(
          source.problem(
            'slide/image',
            `Expected a picture of this project, found ${why.found}.`,
            source.placeOf(from + offset, path.length || 1),
            why.hint,
          ),
        )
    }
  }
}

interface Shown {
  path: string
  offset: number
}

/** The pictures of a slide, however they are written; code and comments show none. */
function picturesIn(text: string): Shown[] {
  if (!/!\[|<img/i.test(text)) return []
  const addresses = new Map<string, string>()
  const found: Shown[] = []
  const tree = fromMarkdown(text)
  eachNode(tree, node => node.type === 'definition' && addresses.set(node.identifier, node.url))
  eachNode(tree, node => {
    const from = node.position!.start.offset!
    const at = (path: string) => from + Math.max(0, text.slice(from).indexOf(path))
    if (node.type === 'image') found.push({ path: node.url, offset: at(`(${node.url}`) + 1 })
    if (node.type === 'imageReference') found.push({ path: addresses.get(node.identifier)!, offset: from })
    if (node.type === 'html')
      for (const { 0: tag, index } of withoutComments(node.value).matchAll(TAG)) {
        const [, double, single, bare] = ADDRESS.exec(tag) ?? []
        const path = double ?? single ?? bare ?? ''
        found.push({ path, offset: from + index + Math.max(0, tag.indexOf(path)) })
      }
  })
  return found
}

function faultOf(root: string, file: string, path: string): { found: string; hint: string } | undefined {
  if (path.startsWith('data:image/')) return undefined
  const shown = `"${path.slice(0, 60)}"`
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path))
    return {
      found: `the address ${shown}`,
      hint: 'put the picture into public/: slides ask no other computer for anything.',
    }
  if (!KINDS.includes(extname(path).toLowerCase()))
    return { found: shown, hint: `name a file that ends in ${KINDS.join(', ')}, without anything after it.` }
  const wanted = decoded(path)
  const inside = wanted.startsWith('/') ? join('public', wanted) : join(dirname(file), wanted)
  const parts = inside.split(/[\\/]/)
  if (parts[0] === '..' || !['public', 'content'].includes(parts[0]!))
    return {
      found: `${shown}, outside of public/ and content/`,
      hint: 'put the picture into public/ or beside slides.md.',
    }
  return missing(root, parts, shown)
}

/** Compared letter by letter: some machines find a file by another case or composition, and others do not. */
function missing(root: string, parts: string[], shown: string): { found: string; hint: string } | undefined {
  let folder = root
  for (const part of parts) {
    const names = namesIn(folder)
    if (!names.includes(part)) {
      const same = names.find(name => name.normalize('NFC').toLowerCase() === part.normalize('NFC').toLowerCase())
      const near = nearest(part, names)
      return {
        found: same ? `${shown}, where the file is called "${same}"` : `${shown}, which is not there`,
        hint: same
          ? 'write the name as the file has it, or rename the file; machines differ in what they take for the same.'
          : near
            ? `did you mean \`${near}\`?`
            : `put it there, as ${parts.join('/')}, or remove it from the slide.`,
      }
    }
    folder = join(folder, part)
  }
  const found = statSync(folder)
  if (found.isFile() && found.size) return undefined
  return {
    found: `${shown}, which is ${found.isFile() ? 'an empty file' : 'a folder'}`,
    hint: 'put the picture itself there, or remove it from the slide.',
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
