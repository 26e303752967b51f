import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, it } from 'vitest'
import { parse } from 'yaml'

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..')

const OWN = 'four-networking-mistakes'
const { id } = parse(readFileSync(resolve(ROOT, 'content/workshop.yaml'), 'utf8')) as { id: string }
/** Whether content/ holds the workshop that the README describes. */
export const isOwn = id === OWN
const reason = isOwn ? '' : ` (skipped: they are about "${OWN}", and content/workshop.yaml has "${id}")`

/** Describes what is true of the workshop "Four networking mistakes" alone; skipped, with the reason, for any other. */
export function describeOwn(title: string, tests: () => void) {
  describe.skipIf(!isOwn)(`${title}${reason}`, tests)
}

/** The same for one test among others that hold for any workshop. */
export function itOwn(title: string, test: () => void) {
  it.skipIf(!isOwn)(`${title}${reason}`, test)
}
