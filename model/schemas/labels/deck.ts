import { plurals, texts } from '../../../components/labels.schema'

/** What slides show around their content. */
export const deck = texts(
  'agenda',
  'groundRules',
  'reframes',
  'credits',
  'references',
  'instead',
  'debrief',
  'caveat',
  'contested',
  'warning',
  'mistakeOf',
  'notesClosed',
  'notesUnreachable',
  'doHere',
  'toQuestion',
).extend(plurals('objectives').shape)

/** The page that shows one exercise alone. */
export const stage = texts('choose', 'accessible', 'unknown')
