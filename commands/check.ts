import process from 'node:process'

import { loadOrThrow } from '../model/load'
import { totalMinutes } from '../model/schedule'
import { minutesTable } from './minutes-table'
import { runCommand } from './run-command'

await runCommand('check', 'Checks every content file and prints every problem. Writes nothing.', {}, async () => {
  const began = performance.now()
  const workshop = await loadOrThrow(process.cwd())
  const took = Math.round(performance.now() - began)
  const counts = [
    `${workshop.modules.length} modules`,
    `${workshop.slides.length} slides`,
    `${Object.keys(workshop.exercises).length} exercises`,
    `${Object.keys(workshop.references).length} sources`,
    `${totalMinutes(workshop.modules)} minutes`,
  ]
  console.log(`The content is sound: ${counts.join(', ')} (${took} ms).\n`)
  console.log(minutesTable(workshop))
})
