import { launchBrowser } from '../handouts/browser'

/** A picture of a page that needs nothing but its own style. */
export async function photograph(html: string, css: string, size: { width: number, height: number }): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: size })
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`)
    await page.evaluate(() => document.fonts.ready)
    return await page.screenshot()
  }
  finally {
    await browser.close()
  }
}
