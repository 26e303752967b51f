import GithubSlugger from 'github-slugger'

import type { Block } from '../components/text/blocks'
import { plainText } from '../components/text/rich-text'
import { PLACES } from '../model/page-names'
import type { LearnerModule, LearnerWorkshop } from '../model/views'

/** A place on a page that a link can lead to. */
export interface Section {
  id: string
  title: string
  exercise?: true
}

/** No heading gets the name of a place that pages have already. */
const TAKEN = Object.values(PLACES)

/**
 * The address of every heading and exercise of a lesson, in order. An exercise's is its own id; headings are
 * named after their words, as GitHub does, and never like an exercise of the same page.
 */
export function sectionsOf(blocks: readonly Block[], titleOf: (exercise: string) => string): (Section | undefined)[] {
  const slugger = new GithubSlugger()
  TAKEN.forEach(name => slugger.slug(name))
  blocks.forEach(block => block.type === 'exercise' && slugger.slug(block.id))
  return blocks.map(block => {
    if (block.type === 'exercise') return { id: block.id, title: titleOf(block.id), exercise: true }
    if (block.type === 'heading') return { id: slugger.slug(plainText(block.text)), title: plainText(block.text) }
    return undefined
  })
}

/** Every place in a lesson that can be linked to and come back to, in order. */
export function lessonSections(
  { exercises, labels: { lesson: labels } }: LearnerWorkshop,
  { lesson, evidence }: LearnerModule,
): Section[] {
  return [
    ...sectionsOf(lesson, id => exercises[id]!.title).filter(section => section !== undefined),
    { id: PLACES.keyPoints, title: labels.keyPoints },
    ...(evidence.length ? [{ id: PLACES.evidence, title: labels.evidence }] : []),
  ]
}
