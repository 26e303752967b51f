import { join } from 'node:path'

import { build } from 'vite'

import { asProduction } from '../building/as-production'

/** Puts a small server beside the pages: one file that needs Node and nothing else. */
export async function buildServer(root: string, out: string) {
  await asProduction(() =>
    build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: out,
        emptyOutDir: false,
        rollupOptions: { input: join(root, 'commands/serve-site.ts'), output: { entryFileNames: 'serve.mjs' } },
      },
    }),
  )
}
