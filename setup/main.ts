import type { Door } from '../components/door'
import { defineAppSetup } from '@slidev/types'
import { workshop as source } from 'virtual:workshop'
import { computed, shallowRef } from 'vue'
import { deviceStore } from '../components/composables/answers'
import { doorKey, storeKey } from '../components/door'
import { deckKey } from './deck'
import '../components/look/fonts.css'
import '../components/look/tokens.css'
import '../components/look/controls.css'

const workshop = shallowRef(source)

// A YAML edit replaces the value and nothing else: slides stay mounted, typed text stays typed.
if (import.meta.hot) {
  import.meta.hot.accept('virtual:workshop', (next) => {
    if (next)
      workshop.value = next.workshop as typeof source
  })
}

export default defineAppSetup(({ app }) => {
  const door = computed<Door>(() => workshop.value)
  app.provide(deckKey, workshop)
  app.provide(doorKey, door)
  app.provide(storeKey, deviceStore({ namespace: source.id }))
})
