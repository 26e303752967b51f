import { facesOn } from './faces'

/** What a room is shown of everybody's answers. */
export const results = facesOn('Results', import.meta.glob('./*/*Results.vue', { import: 'default' }))
