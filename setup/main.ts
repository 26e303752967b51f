import '../components/look/fonts.css'
import '../components/look/tokens.css'
import '../components/look/controls.css'

import { defineAppSetup } from '@slidev/types'
import { workshop as source } from 'virtual:workshop'
import { computed, shallowRef } from 'vue'

import { deviceStore } from '../components/composables/answers'
import type { WorkshopContext } from '../components/workshop-context'
import { storeKey, workshopContextKey } from '../components/workshop-context'
import { deckKey } from './deck'

/** What one kind of exercise alone needs on a slide, from its folder. */
import.meta.glob(['../components/exercises/*/slide.css', '!../components/exercises/_*/**'], { eager: true })

const workshop = shallowRef(source)

// A YAML edit replaces the value and nothing else: slides stay mounted, typed text stays typed.
if (import.meta.hot) {
  import.meta.hot.accept('virtual:workshop', next => {
    if (next) workshop.value = next.workshop as typeof source
  })
}

export default defineAppSetup(({ app }) => {
  makeRoomForNotes()
  const context = computed<WorkshopContext>(() => workshop.value)
  app.provide(deckKey, workshop)
  app.provide(workshopContextKey, context)
  app.provide(storeKey, deviceStore({ namespace: source.id }))
})

/**
 * Slidev's presenter shows seven lines of notes beside an empty third of the screen. Until somebody drags the borders
 * elsewhere, which Slidev remembers, the notes get all the height that the next slide leaves.
 */
function makeRoomForNotes() {
  if (!window.location.pathname.includes('/presenter')) return
  const width = Math.max(360, Math.round(window.innerWidth * 0.32))
  const rows = Math.max(280, Math.round(window.innerHeight - (width * 9) / 16 - 110))
  try {
    for (const [key, value] of [
      ['slidev-presenter-notes-width', width],
      ['slidev-presenter-notes-row-size', rows],
    ] as const) {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, String(value))
    }
  } catch {
    /* A browser that keeps nothing shows Slidev's own sizes. */
  }
}
