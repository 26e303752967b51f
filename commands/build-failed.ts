import { stripVTControlCharacters } from 'node:util'

import { UserError } from '../model/user-error'
import { lastUsed } from './deck-builds'

/** What the checks cannot foresee. Its remedy is for the one whose turn it is: machine, content, or this kit. */
export class BuildFailed extends UserError {
  override name = 'BuildFailed'

  /**
   * @param what the thing that was to be built, as the subject of a sentence
   * @param log all that the builder printed; its stack is left out
   */
  constructor(root: string, what: string, log: string) {
    const plain = stripVTControlCharacters(log)
    const lines = plain
      .slice(Math.max(0, plain.indexOf('Build failed with')))
      .split('\n')
      .filter(line => /\w/.test(line) && !NOISE.test(line))
      .slice(-20)
    const earlier = lastUsed(root)
      ? ' Until then, to present the earlier build as it is:  npm start -- --earlier'
      : ' Nothing was built.'
    super(
      `${what} could not be built:\n${lines.map(line => `  ${line}`).join('\n')}`,
      `${remedyFor(lines.join('\n'), plain)}${earlier}`,
      1,
    )
  }
}

/** Stacks, and Slidev's banner, which names files that are not at fault. */
const NOISE = /^\s+at |errors: \[|^\s+(?:theme|css engine|entry) {2,}/

const FAULTS_OF_THE_MACHINE: [RegExp, string][] = [
  [
    /\b(?:ENOSPC|EDQUOT)\b|no space left on device|quota exceeded|not enough space on the disk|os error (?:28|112|122)\b/i,
    'the disk is full; free some space, then run the command again.',
  ],
  [
    /\b(?:EACCES|EPERM|EROFS)\b|permission denied|access is denied|read-only file system|os error (?:1|5|13|30)\b/i,
    'this user may not write there; make the folder writable, then run the command again.',
  ],
  [
    /heap out of memory|out of memory|\bENOMEM\b|cannot allocate memory|SIGKILL|SIGABRT/i,
    'the machine is out of memory; close other programs, then run the command again.',
  ],
  [/\b(?:EMFILE|ENFILE)\b|too many open files/i, 'too many files are open; close other programs, then run it again.'],
]
const CONTENT = /(?<![\w-])(?:content\/[\w./@-]+\.\w+|slides\.md|public\/[\w./@-]+)/

/**
 * Whose turn it is.
 * @param message what the builder said about the failure
 * @param log all that it printed
 */
export function remedyFor(message: string, log = message): string {
  const machine = FAULTS_OF_THE_MACHINE.find(([fault]) => fault.test(log))
  if (machine) return machine[1]
  const file = CONTENT.exec(message)?.[0]
  return file
    ? `undo the last change to ${file}, or mend what is named above.`
    : 'undo the last change to the code, if there was one; if not, this is a fault of the kit: please report it with ' +
        'the lines above, where you have the kit from.'
}
