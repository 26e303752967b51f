// @ts-check
// Plain JavaScript, because commands/run.mjs asks it before anything that is written in TypeScript can be loaded.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

/** Where they are kept, from the project's folder. */
export const COMPILED = 'node_modules/.cache/workshop-compiled'
/** So many modules are kept, those that were used last: of seven commands and a few templates, in some states. */
const KEPT = 30

/** Folders at the project's root of which no compiled module is made. */
const NO_SOURCES = /^\.|^(?:bench|content|dist|node_modules|public|tests)$/
/** Somebody's film may lie beside the sources. */
const SOURCE = /\.(?:vue|css|json|[cm]?[jt]s)$/

/**
 * Compiles a module, or finds it as an earlier run compiled it from the same sources: after a change of content alone,
 * nothing is compiled.
 * @param {string} root the project's folder, with its packages
 * @param {string} module tells it from other modules of the same sources
 * @param {() => Promise<string>} compile gives its code, which imports Node's own modules and whole addresses alone
 * @returns {Promise<string>} the address to import it from
 */
export async function keepCompiled(root, module, compile) {
  const folder = join(root, COMPILED)
  const name = nameOf(root, module)
  const file = join(folder, name)
  if (existsSync(file)) {
    const now = new Date()
    try {
      utimesSync(file, now, now)
    } catch {
      // It may only be read.
    }
    return pathToFileURL(file).href
  }
  const code = await compile()
  try {
    // Saved meanwhile: what the code was made of is not known.
    if (nameOf(root, module) !== name) return addressOf(code)
    mkdirSync(folder, { recursive: true })
    // Renamed into place: another process finds it whole, or not at all.
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
    removeOld(folder)
    return pathToFileURL(file).href
  } catch {
    // The folder may only be read, or the disk is full: the next run compiles again.
    return addressOf(code)
  }
}

/**
 * An address that holds the module itself.
 * @param {string} code
 */
const addressOf = code => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`

/**
 * The name of a module's file: a hash over the sources, the versions of all packages and of Node.
 * @param {string} root
 * @param {string} module
 */
function nameOf(root, module) {
  const hash = createHash('sha256').update(`${process.version}\0${module}`)
  for (const path of sourcesIn(root)) hash.update(`\0${path}\0`).update(read(join(root, path)))
  return `${hash.digest('hex').slice(0, 32)}.mjs`
}

/** @param {string} root */
function sourcesIn(root) {
  return readdirSync(root, { withFileTypes: true }).flatMap(entry => {
    if (!entry.isDirectory()) return SOURCE.test(entry.name) ? [entry.name] : []
    if (NO_SOURCES.test(entry.name)) return []
    return readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' })
      .filter(path => SOURCE.test(path))
      .map(path => join(entry.name, path))
      .sort()
  })
}

/**
 * What a file holds; nothing for what only looks like one, such as an editor's lock or a folder called `old.ts`.
 * @param {string} file
 */
function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return ''
  }
}

/** @param {string} folder */
function removeOld(folder) {
  const age = (/** @type {string} */ file) => statSync(file).mtimeMs
  const files = readdirSync(folder).map(name => join(folder, name))
  for (const file of files.sort((a, b) => age(b) - age(a)).slice(KEPT)) rmSync(file, { force: true })
}
