import { deviceStore } from '../../../../components/composables/answers'
import type { Data } from './page'
import { pageWith } from './page'

const data = JSON.parse(document.getElementById('data')!.textContent!) as Data
pageWith(data, deviceStore({ namespace: data.namespace })).mount('#page')
// A kind's own code is fetched once the page is mounted; it is hydrated before the next frame.
await Promise.all(
  Object.values(import.meta.glob('../../../../components/exercises/*/*Screen.vue')).map(screen => screen()),
)
await new Promise(requestAnimationFrame)
document.documentElement.dataset.hydrated = ''
