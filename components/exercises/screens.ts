import { facesOn } from './faces'

/** What is filled in on a slide, on the stage and on the site. */
export const screens = facesOn('Screen', import.meta.glob('./*/*Screen.vue', { import: 'default' }))
