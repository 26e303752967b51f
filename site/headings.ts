import type { Block } from '../components/text/blocks'
import GithubSlugger from 'github-slugger'
import { plainText } from '../components/text/rich-text'

/** A place on a page that a link can lead to. */
export interface Section { id: string, title: string, exercise?: true }

/**
 * The address of every heading and exercise of a lesson, in order. An exercise's is its own id; headings are
 * named after their words, as GitHub does, and never like an exercise of the same page.
 */
export function sectionsOf(blocks: readonly Block[], titleOf: (exercise: string) => string): (Section | undefined)[] {
  const slugger = new GithubSlugger()
  blocks.forEach(block => block.type === 'exercise' && slugger.slug(block.id))
  return blocks.map((block) => {
    if (block.type === 'exercise')
      return { id: block.id, title: titleOf(block.id), exercise: true }
    if (block.type === 'heading')
      return { id: slugger.slug(plainText(block.text)), title: plainText(block.text) }
    return undefined
  })
}
