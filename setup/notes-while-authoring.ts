import { join, relative, sep } from 'node:path'

import type { Plugin } from 'vite'

import { modelLoader } from './model-loader'
import { NOTES_CHANGED, NOTES_FILE } from './notes-file'

/**
 * Serves the presenter's notes while `npm run dev` runs, under the name that they have beside a built deck, and has the
 * page fetch them again after each edit. Content that is half-way through an edit keeps the notes that it had.
 * @param root the project's folder
 */
export function notesWhileAuthoring(root: string): Plugin {
  let notes = '[]'
  return {
    name: 'workshop-notes',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(`/${NOTES_FILE}`, async (_, response) => {
        const { loadNotes } = await modelLoader()
        const loaded = await loadNotes(root)
        if (loaded) notes = JSON.stringify(loaded)
        response.setHeader('Content-Type', 'application/json')
        response.setHeader('Cache-Control', 'no-store')
        response.end(notes)
      })
      server.watcher.on('all', (_, file) => {
        const [top] = relative(root, file).split(sep)
        if (top === 'content' || file === join(root, 'slides.md'))
          server.ws.send({ type: 'custom', event: NOTES_CHANGED })
      })
    },
  }
}
