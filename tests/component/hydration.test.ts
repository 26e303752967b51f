import { resolve } from 'node:path'

import { expect, it } from 'vitest'

import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import { loadOrThrow } from '../../model/load'
import { exercisesOf } from '../../model/schedule'
import { forLearner } from '../../model/views'
import { recordOf } from '../../site/exercise-record'
import { pageData } from '../../site/page-data'
import { sitePages } from '../../site/pages'
import { examples } from '../fixtures/examples'
import { render } from './render'

const workshop = forLearner(await loadOrThrow(resolve(import.meta.dirname, '../..')))
const asked = sitePages(workshop).flatMap(page =>
  page.module ? exercisesOf(page.module).map(id => ({ id, page })) : [],
)

/**
 * A page is prerendered with the whole workshop, and goes on with the little that it brings along: were a title or a
 * word missing there, an exercise would change under the reader's eyes when it is hydrated.
 */
it.each(asked)('$id says on its page what was prerendered, also once it was answered', async ({ id, page }) => {
  const { exercise, labels, references } = recordOf(workshop, id)
  const data = pageData(workshop, page, 0)
  const own = { ...data, labels: { ...data.labels, ...labels }, references, exercises: { [id]: exercise } }
  const { stored } = examples.find(({ name }) => name === exercise.kind)!
  for (const answers of [{}, { [id]: stored }])
    expect(await render(ExerciseScreen, { exercise }, answers, own)).toBe(
      await render(ExerciseScreen, { exercise }, answers, { ...workshop, exercises: { [id]: exercise } }),
    )
})
