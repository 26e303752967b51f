/**
 * The names that the site gives to pages and places of its own. Its pages are made from these lists, and `check` keeps
 * modules and exercises from taking one of the names: a second page or place called so would hide the first.
 */

/** Files beside those of the modules, without `.html`. */
export const PAGE_FILES = {
  welcome: 'index',
  takeHome: 'take-home',
  recall: 'recall',
  about: 'about',
  accessibility: 'accessibility',
} as const

/** Ids of elements that a page may have beside exercises and headings. */
export const PLACES = {
  main: 'main',
  data: 'page',
  parts: 'parts',
  theParts: 'the-parts',
  onThisPage: 'on-this-page',
  keyPoints: 'key-points',
  evidence: 'evidence',
  onDevice: 'on-device',
  offline: 'offline',
  slides: 'slides',
  papers: 'papers',
  sources: 'sources',
  credits: 'credits',
  keepIt: 'keep-it',
  load: 'load',
  delete: 'delete',
} as const

/** Islands that lesson pages may have, each the prefix of its own ids. */
export const ISLANDS = {
  settings: 'settings',
  nextStep: 'next-step',
  resume: 'resume',
  notice: 'notice',
  parts: 'parts',
  takeHome: 'take-home',
  recall: 'recall',
  offline: 'offline',
  exercise: 'exercise',
  debrief: 'debrief',
} as const

/** What the ids inside an island begin with; the sign, as in `headingOf`, keeps those of "plan" and "plan-2" apart. */
export const idPrefixOf = (island: string) => `${island}_`

/** The id of an exercise's heading: with a sign that no file's name has, so that no other exercise is called so. */
export const headingOf = (exercise: string) => `${exercise}_title`
