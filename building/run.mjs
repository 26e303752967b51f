// @ts-check
// Plain JavaScript, because it starts what is written in TypeScript: `node building/run.mjs commands/check.ts --help`.
// A command is bundled and run, which takes half of what tsx takes to load the same files one by one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'esbuild'

import { withTemporaryFolder } from './temporary-folder.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const KINDS = 'components/exercises'

/** Packages of many small files, which Node would look up one by one; all others stay where they are. */
const BUNDLED = /^(?:zod|yaml|mdast-util-from-markdown|mdast-util-directive|micromark-extension-directive)(?:\/|$)/

/** @type {import('esbuild').Plugin} */
const asInTheProject = {
  name: 'as-in-the-project',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) =>
      kind === 'entry-point' || path.startsWith('node:') || importer.includes('node_modules') || BUNDLED.test(path)
        ? undefined
        : { path: import.meta.resolve(path), external: true },
    )
    onLoad({ filter: /[\\/]kinds-in-bundle\.ts$/ }, () => ({ contents: kindsInBundle(), resolveDir: root }))
    // A file knows its place by this; in the bundle it would be the bundle's.
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }))
  },
}

function kindsInBundle() {
  const files = readdirSync(join(root, KINDS), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('_'))
    .flatMap(({ name }) => ['schema.ts', 'labels.ts', 'answer.ts'].map(file => join(root, KINDS, name, file)))
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(file)}`)
  const entries = files.map((file, index) => `${JSON.stringify(pathToFileURL(file).href)}: m${index}`)
  return `${imports.join('\n')}\nexport const inBundle = { ${entries.join(', ')} }`
}

const [, , command = ''] = process.argv
const folder = withTemporaryFolder(parent => mkdtempSync(join(parent, 'workshop-command-')))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'command.mjs')
const { outputFiles } = await build({
  entryPoints: [resolve(command)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  sourcemap: 'inline',
  plugins: [asInTheProject],
  // For packages in CommonJS that ask for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
  },
})
withTemporaryFolder(() => writeFileSync(file, outputFiles[0]?.contents ?? ''))
// The stack of a fault names the files of the project.
process.setSourceMapsEnabled(true)
process.argv.splice(1, 2, resolve(command))
await import(pathToFileURL(file).href)
