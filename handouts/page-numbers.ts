import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PageNumbers {
  /** How many pages the document has. */
  pages: number
  /** The page, from 1, that each anchor fell on; Chromium names a destination for every link. */
  pageOf: Record<string, number>
}

/** Where things fell in a document as Chromium printed it. */
export async function pageNumbers(bytes: Uint8Array): Promise<PageNumbers> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  try {
    const destinations = await document.getDestinations() as Record<string, unknown[]>
    const found = Object.entries(destinations).map(async ([anchor, target]) => [decodeURIComponent(anchor), await document.getPageIndex(target[0] as never) + 1] as const)
    return { pages: document.numPages, pageOf: Object.fromEntries(await Promise.all(found)) }
  }
  finally {
    await task.destroy()
  }
}
