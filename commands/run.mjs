// @ts-check
// Plain JavaScript, because it starts what is written in TypeScript: `node commands/run.mjs commands/check.ts --help`.
// A command is bundled once and run from its bundle, because tsx would load the same files one by one every time.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { keepCompiled } from '../building/keep-compiled.mjs'
import { KIND_MODULES, kindNames } from '../model/kind-folders.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const KINDS = 'components/exercises'

/** Packages of many small files, which Node would look up one by one; all others stay where they are. */
const BUNDLED =
  /^(?:@slidev\/parser|zod|yaml|mdast-util-from-markdown|mdast-util-directive|micromark-extension-directive)(?:\/|$)/

/** Its modules stand for the packages that stay where they are. */
const PACKAGE = 'package'

/** @type {import('esbuild').Plugin} */
const asInTheProject = {
  name: 'as-in-the-project',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) =>
      kind === 'entry-point' || path.startsWith('node:') || importer.includes('node_modules') || BUNDLED.test(path)
        ? undefined
        : { path: import.meta.resolve(path), namespace: PACKAGE },
    )
    onResolve({ filter: /^file:/, namespace: PACKAGE }, ({ path }) => ({ path, external: true }))
    // A static import would stand at the head of the bundle: every package would be loaded, whatever is asked for.
    onLoad({ filter: /./, namespace: PACKAGE }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter(name => name !== 'default' && name !== 'module.exports')
      const contents = `const all = await import(${JSON.stringify(path)})
export default all.default
export const { ${names.join(', ')} } = all`
      return { contents, resolveDir: root }
    })
    onLoad({ filter: /[\\/]kinds-in-bundle\.ts$/ }, () => ({ contents: kindsInBundle(), resolveDir: root }))
    // In the bundle, import.meta.url would be the bundle's address.
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }))
  },
}

function kindsInBundle() {
  const files = kindNames(join(root, KINDS))
    .flatMap(name => KIND_MODULES.map(file => join(root, KINDS, name, file)))
    // `check` names the missing one, and an exercise that needs it.
    .filter(file => existsSync(file))
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(file)}`)
  const entries = files.map((file, index) => `${JSON.stringify(pathToFileURL(file).href)}: m${index}`)
  return `${imports.join('\n')}\nexport const inBundle = { ${entries.join(', ')} }`
}

/**
 * @param {string} command its path
 * @returns {Promise<string>} the bundle
 */
async function bundle(command) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [command],
    // The map names files from here, wherever the command is started.
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    sourcemap: 'inline',
    // Otherwise a stack would look for them beside the bundle.
    sourceRoot: pathToFileURL(`${root}/`).href,
    sourcesContent: false,
    plugins: [asInTheProject],
    // `require` is for packages in CommonJS that ask for Node's own modules.
    banner: {
      js: [
        "import { createRequire as requireFrom } from 'node:module'",
        `const require = requireFrom(${JSON.stringify(import.meta.url)})`,
      ].join('\n'),
    },
  }).catch(() => process.exit(1)) // esbuild has printed the place and the fault; its own stack would hide them.
  return outputFiles[0]?.text ?? ''
}

// Linux would clear the bundler's memory in pieces of two megabytes, of which it uses little: up to a third of its
// time. Set before the bundler is loaded, which reads it then; Slidev and other processes of a command inherit it.
process.env.MIMALLOC_ALLOW_THP ??= '0'

const command = resolve(process.argv[2] ?? '')
// The bundle names the project's folder, so another folder's is another module.
const url = await keepCompiled(root, command, () => bundle(command))
// The stack of a fault names the project's files, by a map kept as the bundle is loaded; see run-command.ts.
process.setSourceMapsEnabled(true)
process.argv.splice(1, 2, command)
await import(url)
