import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { Surroundings } from './marks'
import type { Place, Structure } from './structure'
import { PDFArray, PDFObjectParser, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { latin1, readOperations } from './content'
import { markArtifacts } from './marks'
import { decoded, deflated, dictAt, key, nameAt, numberAt } from './objects'

/** Elements whose drawing means something. Elsewhere a drawing without words is a border, a background or an `alt=""`. */
const DEPICTS = new Set(['Figure', 'Formula', 'Form', 'Link', 'Annot', 'Lbl'])

/** Leaves nothing on any page that is neither tagged nor an artifact. */
export function markPages(doc: PDFDocument, structure: Structure): void {
  const { context } = doc
  const done = new Set<PDFRef>()
  const seen = new Map<PDFRawStream, Drawn>()

  const mark = (bytes: Uint8Array, resources: PDFDict | undefined, place: Place): Uint8Array => {
    const reader = readerOf(doc, resources, seen)
    return markArtifacts(bytes, {
      ...reader,
      release: (mcid) => {
        const owner = structure.ownerOf(place, mcid)
        if (!owner || [...structure.lineage(owner)].some(each => DEPICTS.has(nameAt(each, 'S')!)))
          return false
        structure.release(place, mcid)
        return true
      },
      descend: (name) => {
        const ref = reader.refOf(name)
        const form = ref && context.lookup(ref)
        if (!ref || !(form instanceof PDFRawStream) || done.has(ref))
          return
        done.add(ref)
        const inner = { parents: numberAt(form.dict, 'StructParents') ?? -1, page: place.page, form: ref }
        const marked = mark(decoded(form), dictAt(form.dict, 'Resources') ?? resources, inner)
        form.dict.delete(key('DecodeParms'))
        form.dict.set(key('Filter'), key('FlateDecode'))
        form.updateContents(deflated(context, marked).getContents())
      },
    })
  }

  for (const page of doc.getPages()) {
    const contents = page.node.lookup(key('Contents'))
    const streams = contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_, at) => contents.lookup(at)) : [contents]
    // A token may not cross streams, but marked content may: they are read as one.
    const bytes = Buffer.concat(streams.flatMap(stream => [decoded(stream), Buffer.from('\n')]))
    const place = { parents: numberAt(page.node, 'StructParents') ?? -1, page: page.ref }
    page.node.set(key('Contents'), context.register(deflated(context, mark(bytes, page.node.Resources(), place))))
  }
}

type Drawn = ReturnType<Surroundings['drawn']>
type Reader = Pick<Surroundings, 'mcidOf' | 'drawn'> & { refOf: (name: string) => PDFRef | undefined }

/** @param seen what each form was found to draw: a form may be drawn many times */
function readerOf(doc: PDFDocument, resources: PDFDict | undefined, seen: Map<PDFRawStream, Drawn>): Reader {
  const refOf: Reader['refOf'] = (name) => {
    const ref = dictAt(resources, 'XObject')?.get(key(name.slice(1)))
    return ref instanceof PDFRef ? ref : undefined
  }
  const mcidOf: Reader['mcidOf'] = (properties) => {
    const given = properties.startsWith('/')
      ? dictAt(dictAt(resources, 'Properties'), properties.slice(1))
      : PDFObjectParser.forBytes(Buffer.from(properties, 'latin1'), doc.context).parseObject() as PDFDict
    return numberAt(given, 'MCID')
  }
  return { refOf, mcidOf, drawn: name => drawnBy(refOf(name)) }

  function drawnBy(ref: PDFRef | undefined): Drawn {
    const form = ref && doc.context.lookup(ref)
    if (!(form instanceof PDFRawStream) || nameAt(form.dict, 'Subtype') !== 'Form')
      return 'picture'
    if (!seen.has(form))
      seen.set(form, drawnIn(decoded(form), readerOf(doc, dictAt(form.dict, 'Resources') ?? resources, seen)))
    return seen.get(form)!
  }
}

function drawnIn(bytes: Uint8Array, { mcidOf, drawn }: Reader): Drawn {
  const kinds = readOperations(bytes).map(({ name, operands: [first, second] }) => {
    if (name === 'BDC' && second)
      return mcidOf(latin1(bytes, ...second)) === undefined ? 'picture' : 'tagged'
    return name === 'Do' && first ? drawn(latin1(bytes, ...first)) : /^(?:TJ|Tj|'|")$/.test(name) ? 'words' : 'picture'
  })
  return kinds.includes('tagged') ? 'tagged' : kinds.includes('words') ? 'words' : 'picture'
}
