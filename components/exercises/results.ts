import { componentRegistry } from './component-registry'

/** What a room is shown of everybody's answers. */
export const results = componentRegistry(
  'Results',
  import.meta.glob(['./*/*Results.vue', '!./_*/**'], { import: 'default' }),
)
