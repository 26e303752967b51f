// @ts-check
// Plain JavaScript, because it starts what is written in TypeScript: `node commands/run.mjs commands/check.ts --help`.
// A command is bundled and run, which takes half of what tsx takes to load the same files one by one.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'esbuild'

import { isOtherProcess } from '../building/other-process.mjs'
import { withTemporaryFolder } from '../building/temporary-folder.mjs'
import { KIND_MODULES, kindNames } from '../model/kind-folders.mjs'

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
  const files = kindNames(join(root, KINDS))
    .flatMap(name => KIND_MODULES.map(file => join(root, KINDS, name, file)))
    // `check` names the missing one, and an exercise that needs it.
    .filter(file => existsSync(file))
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(file)}`)
  const entries = files.map((file, index) => `${JSON.stringify(pathToFileURL(file).href)}: m${index}`)
  return `${imports.join('\n')}\nexport const inBundle = { ${entries.join(', ')} }`
}

/** A bundle's folder, with the id of the process that made it. */
const FOLDER = /^workshop-command-(\d+)-/

/**
 * Writes the bundle into a private folder, which it removes as soon as it runs.
 * @param {string} bundle
 * @returns {string} its address
 */
const write = bundle =>
  withTemporaryFolder(parent => {
    removeLeftovers(parent)
    const folder = mkdtempSync(join(parent, `workshop-command-${process.pid}-`))
    const remove = () => rmSync(folder, { recursive: true, force: true })
    process.once('exit', remove)
    process.once('bundle-runs', remove)
    const file = join(folder, 'command.mjs')
    writeFileSync(file, bundle)
    return pathToFileURL(file).href
  })

/**
 * Removes what processes left that were killed before their bundle ran.
 * @param {string} parent
 */
function removeLeftovers(parent) {
  for (const name of readdirSync(parent)) {
    const [, owner] = FOLDER.exec(name) ?? []
    if (!owner || isOtherProcess(Number(owner))) continue
    try {
      rmSync(join(parent, name), { recursive: true, force: true })
    } catch {
      // It belongs to another user.
    }
  }
}

const [, , command = ''] = process.argv
const bundled = await build({
  entryPoints: [resolve(command)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  sourcemap: 'inline',
  plugins: [asInTheProject],
  // `require` is for packages in CommonJS that ask for Node's own modules.
  banner: {
    js: [
      "import { createRequire as requireFrom } from 'node:module'",
      `const require = requireFrom(${JSON.stringify(import.meta.url)})`,
      "process.emit('bundle-runs')",
    ].join('\n'),
  },
}).catch(() => process.exit(1)) // esbuild has printed the place and the fault; its own stack would hide them.
// The stack of a fault names the files of the project.
process.setSourceMapsEnabled(true)
process.argv.splice(1, 2, resolve(command))
await import(write(bundled.outputFiles[0]?.text ?? ''))
