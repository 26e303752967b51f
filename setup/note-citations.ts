import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'
import { parse } from 'yaml'

import type { CitationLabels, Reference } from '../components/text/reference'
import { citation } from '../components/text/reference'

/**
 * Speaker notes cite as everything else does, `[@key]`; Slidev renders them itself and knows no such thing.
 * This puts the names in where the presenter view gets its notes from.
 */
export function noteCitations(root: string): Plugin {
  const read = <T>(file: string): T =>
    parse(existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '{}') as T
  return {
    name: 'workshop-note-citations',
    enforce: 'post',
    transform: {
      filter: { id: /__slidev_\d+\.frontmatter/ },
      handler(code) {
        const references = read<Record<string, Reference>>('content/references.yaml')
        const { common } = read<{ common: CitationLabels }>('content/interface.yaml')
        const cited = code.replace(/\[(@[\w-]+(?:; *@[\w-]+)*)\]/g, (whole, keys: string) => {
          const names = keys.split(/; */).map(key => references[key.slice(1)])
          return names.every(name => name !== undefined)
            ? JSON.stringify(`(${names.map(name => citation(name, common)).join('; ')})`).slice(1, -1)
            : whole
        })
        return cited === code ? undefined : { code: cited, map: null }
      },
    },
  }
}
