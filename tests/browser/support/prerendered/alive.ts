import { deviceStore } from '../../../../components/composables/answers'
import type { Data } from './page'
import { pageWith } from './page'

const data = JSON.parse(document.getElementById('data')!.textContent!) as Data
pageWith(data, deviceStore({ namespace: 'four-networking-mistakes' })).mount('#page')
document.documentElement.dataset.alive = ''
