import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

import type { DeckWorkshop } from './deck'
import { forgetModel, modelLoader } from './model-loader'
import { sentDeck } from './sent-deck'

const NAME = 'virtual:workshop'
const RESOLVED = `\0${NAME}`
const KINDS = 'components/exercises'
const MODULES = /[/\\](?:schema|labels|answer)\.ts$/

/** The module `virtual:workshop`: the deck's records, in the learner's view, live while authoring. */
export function virtualWorkshop(root: string): Plugin {
  let lastGood: DeckWorkshop | undefined
  let authoring = false
  return {
    name: 'workshop',
    configResolved(config) {
      authoring = config.command === 'serve'
    },
    watchChange(file) {
      // The schema or the words of a kind of exercise.
      if (MODULES.test(file)) forgetModel()
    },
    // With filters, the bundler calls into JavaScript for these modules alone.
    resolveId: { filter: { id: new RegExp(`^${NAME}$`) }, handler: () => RESOLVED },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      async handler() {
        for (const file of [...filesIn(root, 'content', /\.yaml$/), ...filesIn(root, KINDS, MODULES)])
          this.addWatchFile(file)
        const sent = sentDeck()
        const loaded = sent ? { deck: await sent } : await (await modelLoader()).loadDeck(root)
        if ('deck' in loaded) lastGood = loaded.deck
        else if (!authoring || !lastGood) throw loaded.error
        // Half-way through an edit the deck keeps what it had; the author sees what is still to mend.
        else console.error(`\n${loaded.error.message}\n`)
        return `export const workshop = ${JSON.stringify(lastGood)}`
      },
    },
  }
}

function filesIn(root: string, folder: string, names: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => names.test(name))
    .map(name => join(root, folder, name))
}
