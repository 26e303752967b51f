import type { PDFDocument } from '@cantoo/pdf-lib'

import type { PaperSize } from '../../model/paper-size'

/** In points, upright. */
const SIZES: Record<PaperSize, { width: number; height: number }> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
}

/**
 * Puts every page in the middle of a sheet of this paper. What is printed keeps its coordinates, and so do the targets
 * of links and bookmarks: it is the sheet around it that changes (ISO 32000-1, 14.11.2).
 */
export function putOnPaper(doc: PDFDocument, paper: PaperSize): void {
  const { width, height } = SIZES[paper]
  for (const page of doc.getPages()) {
    const box = page.getMediaBox()
    page.setMediaBox(
      rounded(box.x + (box.width - width) / 2),
      rounded(box.y + (box.height - height) / 2),
      width,
      height,
    )
  }
}

const rounded = (points: number) => Math.round(points * 100) / 100
