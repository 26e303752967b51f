import { hydrateAll, hydrated, lessons } from '../../browser/support/site-pages'
import type { EngineLocator, EnginePage } from '../driver'

/** Opens the first lesson with an exercise that asks for a text at once, and gives its field, none for afterwards. */
export async function openTextField(page: EnginePage, origin: string): Promise<EngineLocator> {
  for (const { file } of lessons) {
    await page.goto(`${origin}/${file}`)
    await hydrated(page)
    await hydrateAll(page)
    const field = page.locator('[data-island="exercise"] textarea').first()
    if (await field.count()) return field
  }
  throw new Error('No exercise begins with a field for a text.')
}
