import { plainText } from '../components/text/rich-text'
import type { LearnerModule, LearnerWorkshop } from '../model/views'

/** Every page of the site; all lie in one folder, so that each can name the others without knowing where that is. */
export interface SitePage {
  kind: 'welcome' | 'lesson' | 'take-home' | 'recall' | 'about' | 'accessibility'
  /** The file, which is also its address from every other page. */
  file: string
  title: string
  /** One sentence, for search engines and for whoever is sent the link. */
  description: string
  module?: LearnerModule
}

export const fileOf = (module: { id: string }) => `${module.id}.html`

/** The pages in reading order. */
export function sitePages(workshop: LearnerWorkshop): SitePage[] {
  const { pages: words } = workshop.labels
  return [
    { kind: 'welcome', file: 'index.html', title: workshop.title, description: plainText(workshop.promise) },
    ...workshop.modules.map((module): SitePage => ({
      kind: 'lesson',
      file: fileOf(module),
      title: module.title,
      description: plainText(module.summary),
      module,
    })),
    { kind: 'take-home', file: 'take-home.html', title: words.takeHome, description: words.takeHomeAbout },
    { kind: 'recall', file: 'recall.html', title: words.recall, description: words.recallAbout },
    { kind: 'about', file: 'about.html', title: words.about, description: words.aboutAbout },
    {
      kind: 'accessibility',
      file: 'accessibility.html',
      title: words.accessibility,
      description: words.accessibilityAbout,
    },
  ]
}
