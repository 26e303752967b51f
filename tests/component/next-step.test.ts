import { expect, it } from 'vitest'
import { createSSRApp, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'

import { storeKey } from '../../components/workshop-context'
import NextStep from '../../site/islands/NextStep.vue'
import { pageKey } from '../../site/islands/page'
import type { PageData, Part } from '../../site/page-data'
import { context } from '../fixtures/workshop-context'
import { forecast, reframe } from './exercise-records'
import { words } from './render'

const part = (id: string, ids: string[]): Part => ({
  id,
  title: id,
  accent: 'gold',
  file: `${id}.html`,
  summary: [],
  minutes: 3,
  exercises: ids,
})

/** What the bar says on the page of the first of two parts. */
function said(ids: string[]): Promise<string> {
  const page = {
    ...context,
    module: 'first',
    parts: [part('first', ids), part('second', [])],
    asked: { [forecast.id]: forecast, [reframe.id]: reframe },
    exercises: {},
  }
  const app = createSSRApp(NextStep)
  app.provide(pageKey, page as unknown as PageData)
  app.provide(storeKey, { entry: () => ref(undefined), persisted: ref(true) })
  return renderToString(app).then(words)
}

it('the bar of a part counts its exercises in the plural of their number, and shows no count of none', async () => {
  expect(await said(['guess', 'dread'])).toMatch(/^0 of 2 exercises done Next: Title/)
  expect(await said(['guess'])).toMatch(/^0 of 1 exercise done Next: Title/)
  expect(await said([])).toBe('Next part: second')
})
