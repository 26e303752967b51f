import { componentRegistry } from './component-registry'

/**
 * What a room must see of an exercise that it is asked to do: the question, large, with an example, and no controls. A
 * kind without one shows its screen.
 */
export const slides = componentRegistry(
  'Slide',
  import.meta.glob(['./*/*Slide.vue', '!./_*/**'], { import: 'default' }),
)
