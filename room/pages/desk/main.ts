import '../style'

import { createApp, shallowRef } from 'vue'

import type { WorkshopContext } from '../../../components/workshop-context'
import { workshopContextKey } from '../../../components/workshop-context'
import { readPage } from '../page'
import Desk from './Desk.vue'

const page = readPage()
createApp(Desk, { page })
  .provide(workshopContextKey, shallowRef<WorkshopContext>({ ...page, references: {} }))
  .mount('#room')
