import '../components/look/fonts.css'
import '../components/look/tokens.css'
import '../components/look/controls.css'
import './presenter.css'

import { defineAppSetup } from '@slidev/types'
import { workshop as source } from 'virtual:workshop'
import { computed, shallowRef } from 'vue'

import { deviceStore } from '../components/composables/answers'
import type { WorkshopContext } from '../components/workshop-context'
import { storeKey, workshopContextKey } from '../components/workshop-context'
import { deckKey } from './deck'
import { joinWindows } from './join-windows'
import { keepClock } from './keep-clock'
import { fetchNotesFor } from './notes'
import { keepOneHistory } from './one-history'
import { keepSizesSetByHand } from './presenter-sizes'
import { joinRoom } from './room/join-room'

/** What one kind of exercise alone needs on a slide, from its folder. */
import.meta.glob(['../components/exercises/*/slide.css', '!../components/exercises/_*/**'], { eager: true })

const workshop = shallowRef(source)

// A YAML edit replaces the value and nothing else: slides stay mounted, typed text stays typed.
if (import.meta.hot) {
  import.meta.hot.accept('virtual:workshop', next => {
    if (next) workshop.value = next.workshop as typeof source
  })
}

/** Slidev mounts the app once this is done. */
export default defineAppSetup(async ({ app, router }) => {
  const context = computed<WorkshopContext>(() => workshop.value)
  app.provide(deckKey, workshop)
  app.provide(workshopContextKey, context)
  app.provide(storeKey, deviceStore({ namespace: source.id }))
  keepSizesSetByHand()
  await router.isReady()
  // Authors look at several places at once; windows that follow each other are for presenting.
  if (import.meta.env.PROD) {
    keepClock(source.id)
    await joinWindows(router, source.id)
    await joinRoom(app, router)
    keepOneHistory(router)
  }
  await fetchNotesFor(router, () => workshop.value.labels.deck)
})
