import type { Ref } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'

import type { ForceOptions } from './force'
import type { Network } from './map'
import type { Place } from './places'

/** Where the force layout puts people; nothing as long as it is not wanted or not there yet. */
export function useForce(
  wanted: () => boolean,
  network: Readonly<Ref<Network>>,
  options: () => ForceOptions,
): Readonly<Ref<Map<number, Place> | undefined>> {
  const places = shallowRef<Map<number, Place>>()
  let turn = 0
  watch(
    [wanted, network, options],
    async () => {
      const mine = ++turn
      if (!wanted()) {
        places.value = undefined
        return
      }
      try {
        const { forceLayout, loadForce, settle } = await import('./force')
        const d3 = await loadForce()
        const found = await settle(forceLayout(d3, network.value, options()), () => turn === mine)
        if (found && turn === mine) places.value = found
      } catch {
        // It could not be fetched: the rings stay.
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => turn++)
  return places
}
