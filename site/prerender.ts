import type { Component } from 'vue'
import { createSSRApp, ref, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'

import type { AnswerStore } from '../components/composables/answer-store'
import { debriefId } from '../components/exercises/debrief'
import DebriefAlone from '../components/exercises/DebriefAlone.vue'
import ExerciseScreen from '../components/exercises/ExerciseScreen.vue'
import { screens } from '../components/exercises/screens'
import type { WorkshopContext } from '../components/workshop-context'
import { storeKey, workshopContextKey } from '../components/workshop-context'
import { idPrefixOf } from '../model/page-names'
import type { LearnerWorkshop } from '../model/views'
import type { PageOut } from './budget'
import type { Assets } from './document'
import { documentOf } from './document'
import { recordFile, recordOf } from './exercise-record'
import { pageKey } from './islands/page'
import PartsList from './islands/PartsList.vue'
import { styleKey } from './later-style'
import type { PageData } from './page-data'
import { pageData } from './page-data'
import { sitePages } from './pages'
import Shell from './pages/Shell.vue'
import SocialPicture from './pages/SocialPicture.vue'

/** Pages are prerendered without answers. */
const emptyStore: AnswerStore = { entry: () => ref(undefined), persisted: ref(true) }

/** Every page as a file of HTML. */
export async function prerender(workshop: LearnerWorkshop, assets: Assets, extrasSize: number): Promise<PageOut[]> {
  // Loaded first: what is still loading while it is rendered would get other ids than in a browser.
  for (const kind of new Set(Object.values(workshop.exercises).map(({ kind }) => kind))) await screens.load(kind)
  const pages = sitePages(workshop)
  return Promise.all(
    pages.map(async page => {
      const data = pageData(workshop, page, extrasSize)
      const shell = await render(Shell, { workshop, pages, page }, workshop, data, 'page', assets.style)
      const body = await fillIslands(shell.replace(/<!--.*?-->/gs, ''), data, workshop)
      return {
        file: page.file,
        kind: page.kind,
        html: documentOf({ workshop, page, assets, body, data }),
        records: Object.keys(data.asked).map(id => recordFile(workshop, id)),
      }
    }),
  )
}

/** The picture that goes with a link, as a page to be photographed. */
export function socialPicture(workshop: LearnerWorkshop): Promise<string> {
  return render(SocialPicture, { workshop }, workshop, undefined, 'picture')
}

/**
 * Each island is an app of its own in the browser, so it is rendered as one. The marks by which Vue finds its way
 * stay in the islands alone; the prose around them is never touched again.
 */
async function fillIslands(html: string, data: PageData, workshop: LearnerWorkshop): Promise<string> {
  const exerciseOf = (id: string) => ({ exercise: recordOf(workshop, id).exercise })
  let filled = html
  for (const [place, name, id = name!] of html.matchAll(
    /<div(?: class="on-screen")? data-island="(exercise|debrief|parts)"(?: data-id="([\w-]+)" inert)?><\/div>/g,
  )) {
    const island =
      name === 'parts'
        ? await render(PartsList, { parts: data.parts }, workshop, data, id)
        : name === 'debrief'
          ? await render(DebriefAlone, exerciseOf(id), workshop, data, debriefId(id))
          : await render(ExerciseScreen, exerciseOf(id), workshop, data, id)
    filled = filled.replace(place, () => place.replace('</div>', `${island}</div>`))
  }
  return filled
}

function render(
  component: Component,
  props: Record<string, unknown>,
  context: WorkshopContext,
  data: PageData | undefined,
  idPrefix: string,
  style?: string,
): Promise<string> {
  const app = createSSRApp(component, props)
  app.config.idPrefix = idPrefixOf(idPrefix)
  app.provide(workshopContextKey, shallowRef(context)).provide(storeKey, emptyStore)
  if (data) app.provide(pageKey, data)
  if (style) app.provide(styleKey, style)
  app.config.warnHandler = (message, _, trace) => {
    throw new Error(`${message}\n${trace}`)
  }
  return renderToString(app)
}
