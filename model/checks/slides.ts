import { didYouMean } from '../nearest'
import type { Records } from '../records'
import type { Slide } from '../slides'
import { rangeOf, reportOnSlide } from './locate'
import { checkPictures } from './pictures'

/** Slides name records by id; an id that names nothing would be an empty slide in front of a room. */
export function checkSlides(records: Records, slides: Slide[]) {
  for (const slide of slides) {
    const module = records.modules.find(each => each.id === slide.module)
    expectName(records, slide, 'exercise', slide.exercise, Object.keys(records.exercises))
    expectName(records, slide, 'evidence', slide.evidence, module?.evidence.map(item => item.id) ?? [])
    for (const point of slide.points)
      expectName(records, slide, 'points', point, module?.keyPoints.map(each => each.key) ?? [])
    if ((slide.layout === 'claim' || slide.drawing) && module && !(module.claim && module.drawing))
      reportOnSlide(
        records,
        slide,
        slide.layout,
        'slide/layout',
        `Expected a module with a claim and a drawing for this slide, found "${module.id}" without.`,
        'use another layout here, or give the module both.',
      )
    if (['points', 'evidence', 'prose'].includes(slide.layout) && slide.body[0]?.type !== 'heading')
      reportOnSlide(
        records,
        slide,
        '',
        'slide/heading',
        'Expected the slide to begin with a heading, found none.',
        'write "# …": it is what a screen reader announces and what the guide calls the slide.',
      )
    checkImages(records, slide)
  }
  checkPictures(records, slides)
}

/** What a field of a slide's frontmatter names. */
const WANTED = {
  exercise: 'the id of an exercise',
  evidence: 'evidence of this module',
  points: 'a key point of this module',
}

type Named = keyof typeof WANTED

function expectName(records: Records, slide: Slide, field: Named, name: string | undefined, known: string[]) {
  if (name !== undefined && !known.includes(name))
    reportOnSlide(
      records,
      slide,
      name,
      `slide/${field}`,
      `Expected ${WANTED[field]}, found "${name}".`,
      didYouMean(name, known),
    )
}

const IMAGE = /!\[\s*\]\([^)\n]*\)?|<img\b(?![^<>]*\balt=(?:"[^"]+"|'[^']+'|[^\s"'>]))[^<>]*>?/gi

function checkImages(records: Records, slide: Slide) {
  const [from, to] = rangeOf(records, slide)
  for (const { 0: image } of records.files.get(slide.file)!.text.slice(from, to).matchAll(IMAGE))
    reportOnSlide(
      records,
      slide,
      image.split('\n')[0]!,
      'slide/image',
      'Expected an image with alternative text, found one without.',
      'write ![what it shows](path).',
    )
}
