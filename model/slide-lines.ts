import type { SourceSlideInfo } from '@slidev/types'

type Raw = Pick<SourceSlideInfo, 'raw' | 'start'>

/** The line of its file that an offset into a slide's Markdown is on. Slidev counts lines from 0, editors from 1. */
const lineAt = ({ raw, start }: Raw, offset: number) => start + raw.slice(0, Math.max(0, offset)).split('\n').length

/** The line on which a slide's frontmatter begins; the slide's first line where it has none. */
export const frontmatterLine = (slide: Raw & Pick<SourceSlideInfo, 'frontmatterRaw'>): number =>
  lineAt(slide, slide.raw.indexOf(slide.frontmatterRaw ?? ''))

/** The line on which a slide's body begins, behind its frontmatter. */
export function contentLine(slide: Raw & Pick<SourceSlideInfo, 'frontmatterRaw' | 'content'>): number {
  const { raw, frontmatterRaw = '', content } = slide
  return lineAt(slide, raw.indexOf(content, raw.indexOf(frontmatterRaw) + frontmatterRaw.length))
}

/** The line that a slide's `src:` stands on. */
export const srcLine = (slide: Raw): number => lineAt(slide, slide.raw.search(/^src:/m))
