import { plainText } from '../components/text/rich-text'
import { PAGE_FILES } from '../model/page-names'
import type { LearnerModule, LearnerWorkshop } from '../model/views'

/** Every page of the site; all lie in one folder, so that each can name the others without knowing where that is. */
export interface SitePage {
  kind: 'welcome' | 'lesson' | 'take-home' | 'recall' | 'about' | 'accessibility'
  /** The file, which is also its address from every other page. */
  file: string
  title: string
  /** One sentence, for search engines and for the preview of a shared link. */
  description: string
  module?: LearnerModule
}

export const fileOf = (module: { id: string }) => `${module.id}.html`
const own = (page: keyof typeof PAGE_FILES) => `${PAGE_FILES[page]}.html`

/** The pages in reading order. */
export function sitePages(workshop: LearnerWorkshop): SitePage[] {
  const { pages: words } = workshop.labels
  return [
    { kind: 'welcome', file: own('welcome'), title: workshop.title, description: plainText(workshop.promise) },
    ...workshop.modules.map((module): SitePage => ({
      kind: 'lesson',
      file: fileOf(module),
      title: module.title,
      description: plainText(module.summary),
      module,
    })),
    { kind: 'take-home', file: own('takeHome'), title: words.takeHome, description: words.takeHomeAbout },
    { kind: 'recall', file: own('recall'), title: words.recall, description: words.recallAbout },
    { kind: 'about', file: own('about'), title: words.about, description: words.aboutAbout },
    {
      kind: 'accessibility',
      file: own('accessibility'),
      title: words.accessibility,
      description: words.accessibilityAbout,
    },
  ]
}
