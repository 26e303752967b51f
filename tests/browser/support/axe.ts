import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { AxeResults } from 'axe-core'

import type { EnginePage } from '../../engines/driver'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = { axe: { run: (context: unknown, options: unknown) => Promise<AxeResults> } }

/**
 * What axe finds, one line an element: the rule, and where.
 * @param within selectors; without them the whole page is looked at
 * @param rules the only rules to look for, such as those that a change of colours can break
 * @param but rules that are left out of these
 */
export async function findings(
  page: EnginePage,
  within?: string[],
  rules: string[] = ALL,
  but: string[] = [],
): Promise<string[]> {
  const left = Object.fromEntries(but.map(rule => [rule, { enabled: false }]))
  const ask = () =>
    page.evaluate(
      async ([include, options]) => {
        const { axe } = window as unknown as Partial<Axe>
        // Only lines leave the page: all that axe says of what is sound takes longer to send than to find out.
        return (await axe?.run(include ? { include } : document, options))?.violations.flatMap(({ id, nodes }) =>
          nodes.map(node => `${id}: ${node.target.join(' ')}`),
        )
      },
      [
        within?.map(selector => [selector]),
        { resultTypes: ['violations'], preload: false, runOnly: rules, rules: left },
      ] as const,
    )
  const found = await ask()
  if (found) return found
  // By the debugger, which no content security policy stops. A page is given the text of a function.
  await page.evaluate(Object.assign(() => {}, { toString: () => `() => {${source}\n}` }))
  return (await ask())!
}
