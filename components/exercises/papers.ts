import { facesOn } from './faces'

/** What is filled in with a pen: in the workbook, and on the site's pages when they are printed. */
export const papers = facesOn('Paper', import.meta.glob('./*/*Paper.vue', { import: 'default' }))
