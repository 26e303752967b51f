import { describe, expect, it } from 'vitest'

import { BuildFailed, remedyFor } from '../../../commands/build-failed'

describe('remedyFor', () => {
  it.each([
    ["Error: ENOSPC: no space left on device, write 'dist/decks/a.js'", 'the disk is full; free some space'],
    ['failed to write: No space left on device (os error 28)', 'the disk is full; free some space'],
    ['EDQUOT: disk quota exceeded, write', 'the disk is full; free some space'],
    ['There is not enough space on the disk. (os error 112)', 'the disk is full; free some space'],
    ['Access is denied. (os error 5)', 'this user may not write there; make the folder writable'],
    ["EACCES: permission denied, mkdir '/kit/dist/decks'", 'this user may not write there; make the folder writable'],
    ['Read-only file system (os error 30)', 'this user may not write there; make the folder writable'],
    ["EROFS: read-only file system, open 'content/x.md'", 'this user may not write there; make the folder writable'],
    [
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      'the machine is out of memory',
    ],
    ['transforming...\nended by SIGKILL', 'the machine is out of memory'],
    ['EMFILE: too many open files, open', 'too many files are open'],
  ])('has the machine’s remedy for %j', (log, remedy) => {
    expect(remedyFor(log)).toContain(remedy)
    expect(remedyFor(log)).not.toMatch(/undo the last change/)
  })

  it.each([
    [
      '[vite:vue] content/modules/10-opening/slides.md: Element is missing end tag.',
      'content/modules/10-opening/slides.md',
    ],
    ['Could not resolve "./gone.png" from "slides.md__slidev_1.md"', 'slides.md'],
    ['/home/ana/kit/public/big picture.png could not be read', 'public/big'],
  ])('names the file of the content in %j', (log, file) => {
    expect(remedyFor(log)).toBe(`undo the last change to ${file}, or mend what is named above.`)
  })

  it.each(["Could not resolve './Stagger.vue' in setup/stage/main.ts", 'TypeError: undefined is not a function', ''])(
    'asks for a report of what neither machine nor content explains: %j',
    log => {
      expect(remedyFor(log)).toBe(
        'undo the last change to the code, if there was one; if not, this is a fault of the kit: please report it with ' +
          'the lines above, where you have the kit from.',
      )
    },
  )
})

describe('BuildFailed', () => {
  it('tells what the builder said, without colours and stacks', () => {
    const { message, hint } = new BuildFailed(
      '/nowhere',
      'The slides',
      '  entry       /home/ana/slides.md\nnoise\n\u001B[31mBuild failed with 1 error:\u001B[39m\n\n  Could not resolve "./x.vue"\n    at run (file.js:1:2)\n',
    )
    expect(message).toBe(
      'The slides could not be built:\n  Build failed with 1 error:\n    Could not resolve "./x.vue"',
    )
    expect(hint).toMatch(/ Nothing was built\.$/)
    expect(hint, 'by the banner').not.toContain('slides.md')
  })
})
