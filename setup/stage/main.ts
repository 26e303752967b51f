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

document.documentElement.lang = workshop.language
document.documentElement.dir = directionOf(workshop.language)

createApp(Stage, { workshop, id: new URLSearchParams(location.search).get('exercise') ?? '' })
  .provide(workshopContextKey, shallowRef<WorkshopContext>(workshop))
  .provide(storeKey, deviceStore({ namespace: workshop.id }))
  .mount('#stage')
