import { componentRegistry } from './component-registry'

/**
 * What a facilitator needs before them while an exercise runs, of those kinds whose worksheet is too long for that.
 * It may show what is revealed.
 */
export const guides = componentRegistry(
  'Guide',
  import.meta.glob(['./*/*Guide.vue', '!./_*/**'], { import: 'default' }),
)
