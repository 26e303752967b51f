import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  /** In points. */
  width: number
  height: number
  text: string
  /** What of it belongs to the structure tree: the running foot, which is on every page, is none of it. */
  tagged: string
}

/** Opens a PDF with a reader that had no part in writing it, and closes it when `use` is done. */
export async function withReader<T>(bytes: Uint8Array, use: (reader: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // pdf.js takes the buffer over, and refuses a Node Buffer: give it a plain copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
  })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** What a reader finds written on every page. */
export async function readPages(reader: PDFDocumentProxy): Promise<ReadPage[]> {
  // All at once: one after the other, the reader would spend half of the time waiting for itself.
  return Promise.all(
    Array.from({ length: reader.numPages }, async (_, index) => {
      const page = await reader.getPage(index + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      page.cleanup()
      return { width, height, text: textOf(items).trim(), tagged: textOf(taggedIn(items)).trim() }
    }),
  )
}

type Item = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>['items'][number]

const textOf = (items: Item[]) =>
  items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')

/** What belongs to the structure tree; the rest of a page is drawn and never read out. */
function taggedIn(items: Item[]): Item[] {
  const open: boolean[] = []
  return items.filter(item => {
    if ('str' in item) return open.includes(true)
    if (item.type === 'endMarkedContent') open.pop()
    else open.push(Boolean(item.id))
    return false
  })
}
