import { didYouMean, isLikelyTypoOf } from '../nearest'
import type { Records } from '../records'
import type { Slide } from '../slides'
import { checkPictures } from './pictures'
import { yamlOfExercise } from './places'

/** Slides name records by id; an id that names nothing would be an empty slide in front of a room. */
export function checkSlides(records: Records, slides: Slide[]) {
  for (const slide of slides) {
    const module = records.modules.find(each => each.id === slide.module)
    expectName(records, slide, 'exercise', slide.exercise, Object.keys(records.exercises))
    expectName(records, slide, 'evidence', slide.evidence, module?.evidence.map(item => item.id) ?? [])
    for (const point of slide.points)
      expectName(records, slide, 'points', point, module?.keyPoints.map(each => each.key) ?? [])
    if ((slide.layout === 'claim' || slide.drawing) && module && !(module.claim && module.drawing))
      complain(
        records,
        slide,
        slide.layout,
        'slide/layout',
        `Expected a module with a claim and a drawing for this slide, found "${module.id}" without.`,
        'use another layout here, or give the module both.',
      )
    if (['points', 'evidence', 'prose'].includes(slide.layout) && slide.body[0]?.type !== 'heading')
      complain(
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
  for (const exercise of Object.values(records.exercises)) {
    const asking = slides.filter(
      slide => slide.exercise === exercise.id && slide.layout === 'exercise' && slide.role === 'ask',
    )
    if (
      asking.length === 0 &&
      !slides.some(
        slide => slide.exercise && isLikelyTypoOf(slide.exercise, exercise.id, Object.keys(records.exercises)),
      )
    )
      records.report(
        yamlOfExercise(records, exercise).problem(
          'exercise/slide',
          `Expected one slide that asks "${exercise.id}", found none.`,
          { line: 1, column: 1 },
          `add a slide with "layout: exercise", "exercise: ${exercise.id}" and "role: ask".`,
        ),
      )
    for (const slide of asking.slice(1))
      complain(
        records,
        slide,
        exercise.id,
        'slide/exercise',
        `Expected one slide that asks "${exercise.id}", found another at ${asking[0]!.file}:${asking[0]!.line}.`,
        'remove one of the two; asking again is an exercise of its own, with `repeats`.',
      )
  }
}

function expectName(records: Records, slide: Slide, field: string, name: string | undefined, known: string[]) {
  if (name !== undefined && !known.includes(name))
    complain(
      records,
      slide,
      name,
      `slide/${field}`,
      `Expected ${field === 'exercise' ? 'the id of an exercise' : field === 'evidence' ? 'evidence of this module' : 'a key point of this module'}, found "${name}".`,
      didYouMean(name, known),
    )
}

const IMAGE = /!\[\s*\]\([^)]*\)?|<img\b(?![^>]*\balt="[^"]+")[^>]*>?/g

function checkImages(records: Records, slide: Slide) {
  const [from, to] = rangeOf(records, slide)
  for (const { 0: image } of records.files.get(slide.file)!.text.slice(from, to).matchAll(IMAGE))
    complain(
      records,
      slide,
      image.split('\n')[0]!,
      'slide/image',
      'Expected an image with alternative text, found one without.',
      'write ![what it shows](path).',
    )
}

/** Where a slide begins and ends in its file. */
function rangeOf(records: Records, slide: Slide): [number, number] {
  const lines = records.files.get(slide.file)!.text.split('\n')
  const length = (some: string[]) => some.reduce((sum, line) => sum + line.length + 1, 0)
  return [length(lines.slice(0, slide.line - 1)), length(lines.slice(0, slide.end))]
}

/** A problem at the first of these words on the slide, or at its beginning. */
function complain(records: Records, slide: Slide, words: string, rule: string, message: string, hint: string) {
  const file = records.files.get(slide.file)!
  const [from, to] = rangeOf(records, slide)
  const at = words ? file.text.slice(0, to).indexOf(words, from) : -1
  records.report(
    file.problem(rule, message, at === -1 ? { line: slide.line, column: 1 } : file.placeOf(at, words.length), hint),
  )
}
