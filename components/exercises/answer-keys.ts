import { componentRegistry } from './component-registry'

/** A kind's part of the guide's answer key, of those kinds that have one; it gets all exercises of its kind. */
export const answerKeys = componentRegistry(
  'AnswerKey',
  import.meta.glob(['./*/*AnswerKey.vue', '!./_*/**'], { import: 'default' }),
)
