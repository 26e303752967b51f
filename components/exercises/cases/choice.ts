import { fill } from '../../fill'
import type { WorkshopContext } from '../../workshop-context'
import type { labels as english } from './labels'
import type { Case } from './schema'

type Labels = Pick<typeof english, 'mistake' | 'none'>

/** What a choice is called: by its own text, or else as the mistake that its id is the module of. */
export function wordsOf(
  { choices }: Pick<Case, 'choices'>,
  id: string,
  labels: Labels,
  modules: WorkshopContext['modules'],
) {
  const text = choices.find(each => each.id === id)?.text
  if (text !== undefined) return text
  const module = modules.find(each => each.id === id)
  if (!module) return labels.none
  return module.mistake === undefined ? module.title : fill(labels.mistake, { n: module.mistake, title: module.title })
}
