import type { Component } from 'vue'
import type { AnswerStore } from '../components/composables/answers'
import type { Door } from '../components/door'
import type { LearnerWorkshop } from '../model/views'
import type { Assets } from './document'
import type { PageData } from './page-data'
import { createSSRApp, ref, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { doorKey, storeKey } from '../components/door'
import ExerciseScreen from '../components/exercises/ExerciseScreen.vue'
import { loadFace } from '../components/exercises/surfaces'
import { documentOf } from './document'
import { pageKey } from './islands/page'
import { pageData } from './page-data'
import { sitePages } from './pages'
import Shell from './pages/Shell.vue'
import SocialPicture from './pages/SocialPicture.vue'

/** Nobody has answered anything yet. */
const emptyStore: AnswerStore = { entry: () => ref(undefined), kept: ref(true) }

/** Every page as a file of HTML. */
export async function prerender(workshop: LearnerWorkshop, assets: Assets, extrasSize: number): Promise<{ file: string, html: string }[]> {
  // Loaded first: what is still loading while it is rendered would get other ids than in a browser.
  for (const kind of new Set(Object.values(workshop.exercises).map(({ kind }) => kind)))
    await loadFace(kind, 'Screen')
  const pages = sitePages(workshop)
  return Promise.all(pages.map(async (page) => {
    const data = pageData(workshop, page, extrasSize)
    const body = await fillExercises(await render(Shell, { workshop, pages, page }, workshop, data, 'page'), data, workshop)
    return { file: page.file, html: documentOf({ workshop, page, assets, body, data }) }
  }))
}

/** The picture that goes with a link, as a page to be photographed. */
export function socialPicture(workshop: LearnerWorkshop): Promise<string> {
  return render(SocialPicture, { workshop }, workshop, undefined, 'picture')
}

/** Each exercise is an app of its own in the browser, so it is rendered as one. */
async function fillExercises(html: string, data: PageData, door: Door): Promise<string> {
  const places = [...html.matchAll(/<div class="on-screen" data-island="exercise" data-id="([\w-]+)" inert><\/div>/g)]
  let filled = html
  for (const [place, id] of places) {
    const screen = await render(ExerciseScreen, { exercise: data.exercises[id!] }, door, data, id!)
    filled = filled.replace(place, () => place.replace('</div>', `${screen}</div>`))
  }
  return filled
}

function render(component: Component, props: Record<string, unknown>, door: Door, data: PageData | undefined, idPrefix: string): Promise<string> {
  const app = createSSRApp(component, props)
  app.config.idPrefix = idPrefix
  app.provide(doorKey, shallowRef(door)).provide(storeKey, emptyStore)
  if (data)
    app.provide(pageKey, data)
  app.config.warnHandler = (message, _, trace) => {
    throw new Error(`${message}\n${trace}`)
  }
  return renderToString(app)
}
