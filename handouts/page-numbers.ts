import { withReader } from './pdf/read-pages'

export interface PageNumbers {
  /** How many pages the document has. */
  pages: number
  /** The page, from 1, that each anchor fell on; Chromium names a destination for every link. */
  pageOf: Record<string, number>
}

/** Where things fell in a document as Chromium printed it. */
export function pageNumbers(bytes: Uint8Array): Promise<PageNumbers> {
  return withReader(bytes, async (reader) => {
    const destinations = await reader.getDestinations() as Record<string, unknown[]>
    const found = Object.entries(destinations).map(async ([anchor, target]) => [decodeURIComponent(anchor), await reader.getPageIndex(target[0] as never) + 1] as const)
    return { pages: reader.numPages, pageOf: Object.fromEntries(await Promise.all(found)) }
  })
}
