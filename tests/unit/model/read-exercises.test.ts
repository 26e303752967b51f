import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { ContentFiles } from '../../../model/content-files'
import type { Problem } from '../../../model/problem'
import { readExercises } from '../../../model/read-exercises'
import { sampleWorkshop } from '../../fixtures/sample'
import { addRepeat } from './broken-cases'

it('an exercise that repeats a file which cannot be read is left out, and only that file is reported', () => {
  const sample = sampleWorkshop()
  addRepeat(sample)
  const unreadable = 'content/modules/10-start/exercises/habits.yaml'
  // Unreadable for an administrator too.
  rmSync(join(sample.root, unreadable))
  symlinkSync('nowhere', join(sample.root, unreadable))
  const problems: Problem[] = []
  const files = new ContentFiles(sample.root, problem => void problems.push(problem))
  const read = ['10-start', '20-ask-early'].map(module => readExercises(files, `content/modules/${module}`))
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${unreadable} content/file`])
  expect(read.map(({ whole }) => whole)).toEqual([false, false])
  sample.dispose()
})
