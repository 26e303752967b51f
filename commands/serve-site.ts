import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

import { UserError } from '../model/user-error'
import { movedOn } from '../room/ports'
import { listen } from '../room/server'
import { basePathOf, siteApp } from '../room/static-site'

/**
 * Serves the folder that it lies in, on this machine alone: `npm run build` puts it beside the pages as serve.mjs,
 * whole in itself, so that a folder on a stick can be opened wherever there is Node.
 */
const given = Number(process.argv[2] ?? 4400)
const wanted = Number.isInteger(given) && given >= 0 && given < 65536 ? given : 4400
const folder = dirname(fileURLToPath(import.meta.url))
try {
  const base = basePathOf(folder)
  const { port } = await listen(siteApp(folder, base), wanted)
  if (wanted && port !== wanted) console.error(movedOn(wanted, port))
  console.log(`\n  http://127.0.0.1:${port}${base}\n\n  Ctrl+C stops.`)
} catch (error) {
  if (error instanceof UserError) {
    console.error(`${error.message}\n  Hint: name another port: node serve.mjs 4500`)
    process.exitCode = error.exit
  } else if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
    console.error(
      'Expected the pages of the site beside serve.mjs, found none.\n  Hint: copy the whole folder, and run it there.',
    )
    process.exitCode = 2
  } else throw error
}
