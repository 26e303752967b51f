import { componentRegistry } from './component-registry'

/** What is filled in on a slide, on the stage and on the site. */
export const screens = componentRegistry(
  'Screen',
  import.meta.glob(['./*/*Screen.vue', '!./_*/**'], { import: 'default' }),
)
