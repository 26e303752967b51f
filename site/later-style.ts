import type { InjectionKey } from 'vue'

/** The address of the style that is not needed for the first screen. */
export const styleKey: InjectionKey<string> = Symbol('style')
