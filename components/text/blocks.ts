import type { RichText } from './rich-text'

/** A longer text, such as a lesson or a speaker's notes, block by block. */
export type Block =
  | { type: 'heading'; depth: number; text: RichText }
  | { type: 'paragraph'; text: RichText }
  | { type: 'list'; ordered: boolean; items: RichText[] }
  | { type: 'quote'; text: RichText[] }
  | { type: 'exercise'; id: string }

/** The texts that a block says itself, one after the other; an exercise has its own. */
export function textsOf(block: Block): RichText[] {
  switch (block.type) {
    case 'list':
      return block.items
    case 'quote':
      return block.text
    case 'exercise':
      return []
    default:
      return [block.text]
  }
}
