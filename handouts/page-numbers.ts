import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The page, from 1, that each anchor of a printed document fell on; Chromium names a destination for every link. */
export async function pagesOf(bytes: Uint8Array): Promise<Record<string, number>> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  try {
    const destinations = await document.getDestinations() as Record<string, unknown[]>
    const pages = Object.entries(destinations).map(async ([anchor, target]) => [decodeURIComponent(anchor), await document.getPageIndex(target[0] as never) + 1] as const)
    return Object.fromEntries(await Promise.all(pages))
  }
  finally {
    await task.destroy()
  }
}
