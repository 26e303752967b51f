import { describe, expect, it } from 'vitest'

import { readFlags } from '../../../commands/flags'

describe('readFlags', () => {
  it.each([
    [['--hlep'], 'Unknown flag --hlep.', 'did you mean --help?'],
    [['--people', '24'], 'Unknown flag --people.', 'npm run check -- --help lists the flags there are.'],
    [['-x'], 'Unknown flag -x.', 'npm run check -- --help lists the flags there are.'],
    [
      ['content'],
      "Unexpected word 'content'.",
      'flags begin with two hyphens, after a lone --: npm run check -- --help',
    ],
    [
      ['--help=yes'],
      "Option '--help' does not take an argument.",
      'npm run check -- --help shows how each flag is written.',
    ],
  ])('refuses %j, with a remedy', (args, message, hint) => {
    expect(() => readFlags('check', 'Checks', {}, args)).toThrow(
      expect.objectContaining({ name: 'UserError', message, hint, exit: 2 }),
    )
  })
})
