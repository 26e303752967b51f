import { componentRegistry } from './component-registry'

/** What is filled in with a pen: in the workbook, and on the site's pages when they are printed. */
export const papers = componentRegistry(
  'Paper',
  import.meta.glob(['./*/*Paper.vue', '!./_*/**'], { import: 'default' }),
)
