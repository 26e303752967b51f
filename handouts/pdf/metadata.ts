import type { PDFDocument } from '@cantoo/pdf-lib'
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

import { dictAt, key } from './objects'

export interface About {
  title: string
  author?: string
  subject?: string
  /** BCP 47, such as `en` or `en-GB`. */
  language: string
  /** ISO 8601 in UTC. It is not the clock's: two exports of the same content are the same bytes. */
  date?: string
  /** The headings' words as the page has them (`innerText`), for bookmarks; see repairOutline. */
  headings?: readonly string[]
}

export const KIT = 'Workshop kit'
const DATE = '2026-01-01T00:00:00Z'

/** Title, language and dates, in the information dictionary and in XMP, with the claim to be PDF/UA-1 (14289-1, 5). */
export function writeMetadata(doc: PDFDocument, about: About): void {
  const { context, catalog } = doc
  const date = PDFString.fromDate(new Date(about.date ?? DATE))
  const text = (value: string | undefined) => (value === undefined ? undefined : PDFHexString.fromText(value))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: text(about.title),
      Author: text(about.author),
      Subject: text(about.subject),
      Creator: text(KIT),
      Producer: text(KIT),
      CreationDate: date,
      ModDate: date,
    }),
  )
  // Not compressed, so that a tool which does not read PDF finds it.
  catalog.set(
    key('Metadata'),
    context.register(context.stream(Buffer.from(xmp(about), 'utf8'), { Type: 'Metadata', Subtype: 'XML' })),
  )
  catalog.set(key('Lang'), PDFString.of(about.language))
  const marks = dictAt(catalog, 'MarkInfo') ?? context.obj({})
  marks.set(key('Marked'), context.obj(true))
  catalog.set(key('MarkInfo'), marks)
  const preferences = dictAt(catalog, 'ViewerPreferences') ?? context.obj({})
  preferences.set(key('DisplayDocTitle'), context.obj(true))
  catalog.set(key('ViewerPreferences'), preferences)
  for (const page of doc.getPages()) page.node.set(key('Tabs'), PDFName.of('S'))
}

function xmp({ title, author, subject, language, date = DATE }: About): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <pdfuaid:part>1</pdfuaid:part>
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>${
        author === undefined
          ? ''
          : `
      <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`
      }${
        subject === undefined
          ? ''
          : `
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description>`
      }
      <xmp:CreateDate>${date}</xmp:CreateDate>
      <xmp:ModifyDate>${date}</xmp:ModifyDate>
      <xmp:MetadataDate>${date}</xmp:MetadataDate>
      <xmp:CreatorTool>${KIT}</xmp:CreatorTool>
      <pdf:Producer>${KIT}</pdf:Producer>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, sign => ENTITIES[sign]!)
