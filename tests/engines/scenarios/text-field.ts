import { alive, lessons, wakeAll } from '../../browser/support/site-pages'
import type { EngineLocator, EnginePage } from '../driver'

/** Opens the first lesson whose exercises ask for a text at once, and gives the field for it. */
export async function openTextField(page: EnginePage, origin: string): Promise<EngineLocator> {
  for (const { file } of lessons) {
    await page.goto(`${origin}/${file}`)
    await alive(page)
    await wakeAll(page)
    const field = page.locator('.exercise-screen textarea').first()
    if (await field.count()) return field
  }
  throw new Error('No exercise begins with a field for a text.')
}
