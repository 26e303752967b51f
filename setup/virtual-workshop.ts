import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

import { loadWorkshop } from '../model/load'
import { ContentError } from '../model/problem'
import { forLearner } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { DeckWorkshop } from './deck'

const NAME = 'virtual:workshop'
const RESOLVED = `\0${NAME}`

/** The context by which the deck gets its records: `virtual:workshop`, in the learner's view, live while authoring. */
export function virtualWorkshop(root: string): Plugin {
  let lastGood: Workshop | undefined
  let authoring = false
  return {
    name: 'workshop',
    configResolved(config) {
      authoring = config.command === 'serve'
    },
    // The filters spare the build a call into JavaScript for each of its modules.
    resolveId: { filter: { id: new RegExp(`^${NAME}$`) }, handler: () => RESOLVED },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      async handler() {
        for (const file of yamlFiles(root)) this.addWatchFile(file)
        const { workshop, problems } = await loadWorkshop(root)
        if (workshop) lastGood = workshop
        else if (!authoring || !lastGood) throw new ContentError(problems)
        else
          // Half-way through an edit the deck keeps what it had; the author sees what is still to mend.
          console.error(`\n${new ContentError(problems).message}\n`)
        return `export const workshop = ${JSON.stringify(forDeck(lastGood))}`
      },
    },
  }
}

function yamlFiles(root: string): string[] {
  const content = join(root, 'content')
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(content, name))
}

function forDeck(workshop: Workshop): DeckWorkshop {
  const { pages: _, followUp: __, ...view } = forLearner(workshop)
  return { ...view, modules: view.modules.map(({ lesson: _, ...module }) => module) }
}
