import GithubSlugger from 'github-slugger'

import type { Block } from '../components/text/blocks'
import { plainText } from '../components/text/rich-text'
import type { LearnerModule, LearnerWorkshop } from '../model/views'

/** A place on a page that a link can lead to. */
export interface Section {
  id: string
  title: string
  exercise?: true
}

/** Names that pages give to places of their own; no heading gets them. */
const TAKEN = [
  'main',
  'page',
  'parts',
  'the-parts',
  'on-this-page',
  'key-points',
  'evidence',
  'offline',
  'slides',
  'papers',
  'sources',
  'credits',
]

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
    { id: 'key-points', title: labels.keyPoints },
    ...(evidence.length ? [{ id: 'evidence', title: labels.evidence }] : []),
  ]
}
