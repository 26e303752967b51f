import '../first.css'

import { applyAppearance, onAppearanceChange, readAppearance } from '../appearance'

/**
 * What every page begins with, and holds itself. It runs before anything is drawn, so that a page never shows the
 * wrong colours first, and marks that scripts run: without that mark a page shows its exercises on paper.
 */
const root = document.documentElement
let storage: Storage | undefined
try {
  storage = localStorage
} catch {
  // Blocked: then nothing was kept.
}
const workshop = root.dataset.workshop ?? ''
const apply = () => applyAppearance(root, readAppearance(workshop, storage))
apply()
// Where nothing can be stored, the page's own settings are all there is.
if (storage) onAppearanceChange(workshop, apply)
// Browsers load no modules from files, nor from what an Android app hands over: the page stays what it is without
// scripts, and says what to do instead.
root.classList.add(/^(?:file|content):$/.test(location.protocol) ? 'as-file' : 'scripted')
// A script that cannot be fetched, or not be run by this browser, hydrates nothing: the page goes back to what it is
// without scripts.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement || (target === window && !root.dataset.hydrated))
      root.classList.remove('scripted')
  },
  true,
)
