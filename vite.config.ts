import process from 'node:process'

import { defineConfig } from 'vite'

import { noteCitations } from './setup/note-citations'
import { ownPageOnly } from './setup/own-page-only'
import { virtualWorkshop } from './setup/virtual-workshop'

// Slidev merges this into its own configuration.
export default defineConfig({
  plugins: [ownPageOnly(), virtualWorkshop(process.cwd()), noteCitations(process.cwd())],
  // One chunk holds the whole deck's runtime; the warning about its size tells nobody anything.
  build: { chunkSizeWarningLimit: 2000 },
})
