import { promisify } from 'node:util'
import zlib from 'node:zlib'

import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFObjectParser, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

import { operand } from './content'
import type { Content, Resources } from './marked-content'
import { readContent, SHOW } from './marked-content'
import { markArtifacts } from './marks'
import { decoded, dictAt, key, nameAt, numberAt } from './objects'
import type { Place, Structure } from './structure'
import type { Fonts } from './tagged-text'
import { taggedText } from './tagged-text'
import type { Decode } from './to-unicode'
import { readToUnicode } from './to-unicode'

/**
 * Elements whose drawing means something. Elsewhere a drawing without words is a border, a background or an `alt=""`.
 */
const DEPICTS = new Set(['Figure', 'Formula', 'Form', 'Link', 'Annot', 'Lbl'])

/**
 * Leaves nothing on any page that is neither tagged nor an artifact.
 * @returns the text of each page that belongs to the structure tree
 */
export async function markPages(doc: PDFDocument, structure: Structure): Promise<string[]> {
  const { context } = doc
  const reader = new Reader(doc)
  const done = new Set<PDFRef>()

  const mark = ({ content, resources }: Drawing, place: Place): Uint8Array =>
    markArtifacts(content, {
      drawn: name => reader.drawn(resources, name),
      release: mcid => {
        const owner = structure.ownerOf(place, mcid)
        if (!owner || [...structure.lineage(owner)].some(each => DEPICTS.has(nameAt(each, 'S')!))) return false
        structure.release(place, mcid)
        return true
      },
      descend: name => {
        const ref = refOf(resources, name)
        const form = ref && reader.form(ref, resources)
        if (!form || done.has(ref)) return
        done.add(ref)
        const { stream } = form
        const marked = mark(form, {
          parents: numberAt(stream.dict, 'StructParents') ?? -1,
          page: place.page,
          form: ref,
        })
        stream.dict.delete(key('DecodeParms'))
        stream.dict.set(key('Filter'), key('FlateDecode'))
        stream.updateContents(zlib.deflateSync(marked))
      },
    })

  const pages = doc.getPages()
  const texts: string[] = []
  // Compressed beside this thread, page after page, while the next ones are read.
  const compressed = pages.map(page => {
    const contents = page.node.lookup(key('Contents'))
    const streams =
      contents instanceof PDFArray
        ? Array.from({ length: contents.size() }, (_, at) => contents.lookup(at))
        : [contents]
    // A token may not cross streams, but marked content may: they are read as one.
    const bytes = Buffer.concat(streams.flatMap(stream => [decoded(stream), Buffer.from('\n')]))
    const drawing = reader.read(bytes, page.node.Resources())
    texts.push(reader.text(drawing))
    return deflate(mark(drawing, { parents: numberAt(page.node, 'StructParents') ?? -1, page: page.ref }))
  })
  for (const [index, page] of pages.entries()) {
    const stream = context.stream(await compressed[index]!, { Filter: 'FlateDecode' })
    page.node.set(key('Contents'), context.register(stream))
  }
  return texts
}

const deflate = promisify(zlib.deflate)

interface Drawing {
  content: Content
  resources: PDFDict | undefined
}
interface Form extends Drawing {
  stream: PDFRawStream
}
type Drawn = ReturnType<Resources['drawn']>

/** Reads content streams with the resources that they name; a form or a font that is named often is read once. */
class Reader {
  readonly #doc: PDFDocument
  readonly #forms = new Map<PDFRef, Form | undefined>()
  readonly #fonts = new Map<PDFObject, Decode | undefined>()

  constructor(doc: PDFDocument) {
    this.#doc = doc
  }

  read(bytes: Uint8Array, resources: PDFDict | undefined): Drawing {
    const content = readContent(bytes, {
      mcidOf: properties => this.#mcidOf(resources, properties),
      drawn: name => this.drawn(resources, name),
    })
    return { content, resources }
  }

  /** @param outer the resources of the page or form that draws it, for a form without its own */
  form(ref: PDFRef, outer: PDFDict | undefined): Form | undefined {
    if (!this.#forms.has(ref)) {
      const stream = this.#doc.context.lookup(ref)
      this.#forms.set(
        ref,
        stream instanceof PDFRawStream && nameAt(stream.dict, 'Subtype') === 'Form'
          ? { stream, ...this.read(decoded(stream), dictAt(stream.dict, 'Resources') ?? outer) }
          : undefined,
      )
    }
    return this.#forms.get(ref)
  }

  drawn(resources: PDFDict | undefined, name: string): Drawn {
    const ref = refOf(resources, name)
    const form = ref && this.form(ref, resources)
    if (!form) return 'picture'
    const { bytes, operations, sequences } = form.content
    const inner = operations.flatMap(each =>
      each.name === 'Do' ? [this.drawn(form.resources, operand(bytes, each, 0))] : [],
    )
    if (inner.includes('tagged') || [...sequences.values()].some(each => each.mcid !== undefined)) return 'tagged'
    return inner.includes('words') || operations.some(({ name }) => SHOW.has(name)) ? 'words' : 'picture'
  }

  text({ content, resources }: Drawing, all = false): string {
    const fonts: Fonts = {
      font: name => this.#font(dictAt(resources, 'Font')?.lookup(key(name.slice(1)))),
      form: (name, all) => {
        const ref = refOf(resources, name)
        const form = ref && this.form(ref, resources)
        return form ? this.text(form, all) : ''
      },
    }
    return taggedText(content, fonts, all)
  }

  #font(font: PDFObject | undefined): Decode | undefined {
    if (font && !this.#fonts.has(font)) {
      const map = (font as PDFDict).lookup(key('ToUnicode'))
      this.#fonts.set(font, map ? readToUnicode(Buffer.from(decoded(map)).toString('latin1')) : undefined)
    }
    return font && this.#fonts.get(font)
  }

  #mcidOf(resources: PDFDict | undefined, properties: string): number | undefined {
    // As Chromium writes nearly all of them, thousands a document.
    const plain = /^<<\s*\/MCID\s+(\d+)\s*>>$/.exec(properties)
    if (plain) return Number(plain[1])
    const given = properties.startsWith('/')
      ? dictAt(dictAt(resources, 'Properties'), properties.slice(1))
      : (PDFObjectParser.forBytes(Buffer.from(properties, 'latin1'), this.#doc.context).parseObject() as PDFDict)
    return numberAt(given, 'MCID')
  }
}

function refOf(resources: PDFDict | undefined, name: string): PDFRef | undefined {
  const ref = dictAt(resources, 'XObject')?.get(key(name.slice(1)))
  return ref instanceof PDFRef ? ref : undefined
}
