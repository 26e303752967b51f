import { componentRegistry } from './component-registry'

/** What an answer looks like as a picture, of those kinds that have one. */
export const pictures = componentRegistry(
  'Picture',
  import.meta.glob(['./*/*Picture.vue', '!./_*/**'], { import: 'default' }),
)
