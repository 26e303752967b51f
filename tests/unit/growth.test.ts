import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { forLearner } from '../../model/views'
import { pageData } from '../../site/page-data'
import { sitePages } from '../../site/pages'
import { grow } from '../fixtures/grown'
import type { Sample } from '../fixtures/sample'
import { sampleWorkshop } from '../fixtures/sample'

let sample: Sample
beforeEach(() => {
  sample = sampleWorkshop()
})
afterEach(() => sample.dispose())

/** What the pages of a workshop bring along for their scripts, by page, in bytes. */
async function weightOf(modules: number) {
  grow(sample, modules - 2)
  const { workshop, problems } = await sample.check()
  expect(problems).toEqual([])
  const learner = forLearner(workshop!)
  const pages = sitePages(learner).map(page => ({
    file: page.file,
    bytes: JSON.stringify(pageData(learner, page, 0)).length,
  }))
  return { exercises: Object.keys(learner.exercises).length, pages }
}

describe('a workshop of forty modules with two hundred exercises', () => {
  it('is sound, and its pages weigh no more for each exercise than those of a small one', async () => {
    const large = await weightOf(40)
    expect(large.exercises).toBe(196)
    sample.dispose()
    sample = sampleWorkshop()
    const small = await weightOf(5)
    const each = ({ exercises, pages }: typeof large) => pages.reduce((sum, { bytes }) => sum + bytes, 0) / exercises

    expect(each(large)).toBeLessThan(1.2 * each(small))
  })
})
