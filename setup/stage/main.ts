import '../../components/look/fonts.css'
import '../../components/look/tokens.css'
import '../../components/look/controls.css'
import './stage.css'

import { workshop } from 'virtual:workshop'
import { createApp, shallowRef } from 'vue'

import { deviceStore } from '../../components/composables/answers'
import type { WorkshopContext } from '../../components/workshop-context'
import { storeKey, workshopContextKey } from '../../components/workshop-context'
import { directionOf } from '../../model/language'
import Stage from './Stage.vue'

const ROOM = ['ask', 'results'] as const

document.documentElement.lang = workshop.language
document.documentElement.dir = directionOf(workshop.language)

const asked = new URLSearchParams(location.search)
const room = ROOM.find(face => face === asked.get('room'))

createApp(Stage, { workshop, id: asked.get('exercise') ?? '', room })
  .provide(workshopContextKey, shallowRef<WorkshopContext>(workshop))
  .provide(storeKey, deviceStore({ namespace: workshop.id }))
  .mount('#stage')
