import { launchBrowser } from '../handouts/browser'

/** A picture of a page that needs nothing but its own style, which brings its typefaces along. */
export async function photograph(
  html: string,
  css: string,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: size })
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`)
    const missing = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family)
    })
    if (missing.length) throw new Error(`The picture came without its typefaces: ${missing.join(', ')}.`)
    return await page.screenshot()
  } finally {
    await browser.close()
  }
}
