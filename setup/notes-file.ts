/** The name under which the presenter's page gets its notes: a list of `{ no, html }`, one entry a slide. */
export const NOTES_FILE = 'notes.json'
/** Sent by the dev server when an edit may have changed them. */
export const NOTES_CHANGED = 'workshop:notes'
