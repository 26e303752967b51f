// @ts-check
// Plain JavaScript, because a thread starts on this very file, outside of the bundle of a command.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

/**
 * Bundles a module with everything that it imports.
 * @param {{ root: string, path: string }} job the project's folder, and the module from there
 * @returns {Promise<string>} its code
 */
export default async function compile({ root, path }) {
  const {
    output: [{ code }],
  } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      plugins: [
        vue({
          compiler: compilerAlone(),
          // As in what hydrates these pages (site/build.ts).
          template: { compilerOptions: { comments: false } },
          script: { fs: { fileExists: existsSync, readFile: name => readFileSync(name, 'utf8') } },
        }),
      ],
      define: {
        // What Vue would warn of at run time, the types have refused before.
        'process.env.NODE_ENV': '"production"',
        '__VUE_OPTIONS_API__': 'false',
        '__VUE_PROD_DEVTOOLS__': 'false',
        '__VUE_PROD_HYDRATION_MISMATCH_DETAILS__': 'false',
      },
      // Vue's own entry for Node brings its compiler along, which nothing needs any more.
      ssr: { noExternal: true, resolve: { conditions: ['module', 'import', 'default'] } },
      build: {
        ssr: path,
        write: false,
        minify: false,
        assetsInlineLimit: 1_000_000,
        rollupOptions: { output: { codeSplitting: false } },
      },
    })
  )
  return code
}

/** `vue/compiler-sfc` is this with the whole of TypeScript, loaded only to read files with. */
function compilerAlone() {
  const { resolve } = createRequire(import.meta.url)
  return createRequire(resolve('vue'))('@vue/compiler-sfc')
}
