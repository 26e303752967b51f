import { componentRegistry } from './component-registry'

/**
 * What a room must see of an exercise while it is asked to do it: the question, large, with
 * an example, and no controls. A kind without one, which no room does together, shows its screen.
 */
export const slides = componentRegistry(
  'Slide',
  import.meta.glob(['./*/*Slide.vue', '!./_*/**'], { import: 'default' }),
)
