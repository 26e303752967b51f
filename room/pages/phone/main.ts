import '../style'

import { createApp, shallowRef } from 'vue'

import type { WorkshopContext } from '../../../components/workshop-context'
import { workshopContextKey } from '../../../components/workshop-context'
import { readPage } from '../page'
import Phone from './Phone.vue'

const page = readPage()
const context = shallowRef<WorkshopContext>({ ...page, references: {} })
createApp(Phone, { page, context }).provide(workshopContextKey, context).mount('#room')
