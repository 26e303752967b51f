import { join } from 'node:path'

import type { Plugin } from 'vite'

/** Slidev leaves a component alone that holds this already. */
const MARK = '<!-- /* @slidev-injection */ -->'
const FOLDERS = ['components', 'setup/stage']

/**
 * Keeps Slidev from having every component inject the slide that it stands on. Those for learners do not use
 * Slidev, and would fail on the stage, where there is no slide.
 * @param root the project's folder
 */
export function withoutSlideContext(root: string): Plugin {
  const folders = FOLDERS.map(folder => `${join(root, folder).replaceAll('\\', '/')}/`)
  return {
    name: 'workshop-without-slide-context',
    enforce: 'pre',
    transform: {
      filter: { id: /\.vue$/ },
      handler: (code, id) =>
        folders.some(folder => id.startsWith(folder)) ? { code: `${code}\n${MARK}\n`, map: null } : undefined,
    },
  }
}
