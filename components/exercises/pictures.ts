import { facesOn } from './faces'

/** What an answer looks like as a picture, of those kinds that have one. */
export const pictures = facesOn('Picture', import.meta.glob('./*/*Picture.vue', { import: 'default' }))
