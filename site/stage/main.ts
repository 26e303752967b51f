import type { Door } from '../../components/door'
import type { LearnerWorkshop } from '../../model/views'
import { createApp, shallowRef } from 'vue'
import { deviceStore } from '../../components/composables/answers'
import { doorKey, storeKey } from '../../components/door'
import Stage from './Stage.vue'
import '../../components/look/fonts.css'
import '../../components/look/tokens.css'
import '../../components/look/controls.css'
import './stage.css'

const workshop = JSON.parse(document.getElementById('workshop')!.textContent!) as LearnerWorkshop

createApp(Stage, { workshop, id: new URLSearchParams(location.search).get('exercise') ?? '' })
  .provide(doorKey, shallowRef<Door>(workshop))
  .provide(storeKey, deviceStore({ namespace: workshop.id }))
  .mount('#stage')
