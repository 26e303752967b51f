import process from 'node:process'

import { defineConfig } from 'vite'

import { builtPages } from './setup/built-pages'
import { everySave } from './setup/every-save'
import { notesWhileAuthoring } from './setup/notes-while-authoring'
import { ownPageOnly } from './setup/own-page-only'
import { virtualWorkshop } from './setup/virtual-workshop'
import { withoutSlideContext } from './setup/without-slide-context'
import { withoutUnused } from './setup/without-unused'

// Slidev merges this into its own configuration.
export default defineConfig({
  plugins: [
    ownPageOnly(),
    everySave(),
    withoutUnused(),
    ...[virtualWorkshop, withoutSlideContext, builtPages, notesWhileAuthoring].map(plugin => plugin(process.cwd())),
  ],
  // Slides use components by their file's name. Of other sources many have the same one, and each was warned of.
  slidev: { components: { extensions: ['vue'] } },
  // One chunk holds the whole deck's runtime; the warning about its size tells nobody anything.
  build: { chunkSizeWarningLimit: 2000 },
})
