import type { InjectionKey, Ref } from 'vue'
import { inject, ref } from 'vue'

/** Whether hands are counted on this side: the presenter has the controls at hand, a room is only asked. */
export const countingKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('counting')

export const useCounting = () => inject(countingKey, () => ref(false), true)
