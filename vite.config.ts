import process from 'node:process'
import { defineConfig } from 'vite'
import { virtualWorkshop } from './setup/virtual-workshop'

// Slidev merges this into its own configuration.
export default defineConfig({
  plugins: [virtualWorkshop(process.cwd())],
  build: { chunkSizeWarningLimit: 2000 },
})
