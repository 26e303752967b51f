import { stat } from 'node:fs/promises'

import type { Plugin } from 'vite'

/** Vite's watcher reports no change of a file for so many milliseconds after the one before. */
const SILENCE = 50

/**
 * Has every save shown while authoring. Of two that follow each other within SILENCE, from an editor that formats what
 * it has just saved, Vite's watcher reports the first alone, and the page would stay at that until the next edit: so
 * each file that has changed is looked at again a moment later.
 */
export function everySave(): Plugin {
  return {
    name: 'workshop-every-save',
    apply: 'serve',
    configureServer({ watcher }) {
      watcher.on('change', (file, reported) => {
        setTimeout(async () => {
          const found = await stat(file).catch(() => undefined)
          if (!found || found.mtimeMs === reported?.mtimeMs) return
          // As the watcher itself reports a change: Vite listens for the one, the presenter's notes for the other.
          watcher.emit('change', file, found)
          watcher.emit('all', 'change', file, found)
        }, SILENCE + 10)
      })
    },
  }
}
