import { kindOf } from '../../components/exercises/registry'
import { fill } from '../../components/fill'
import { mistakesOf } from '../../components/mistakes'
import { fillPlural, minutesInWords } from '../../components/plural'
import type { Block } from '../../components/text/blocks'
import { textsOf } from '../../components/text/blocks'
import type { RichText } from '../../components/text/rich-text'
import { activityTitle, isSpare } from '../../model/activities'
import { sections } from '../../model/schedule'
import type { Slide } from '../../model/slides'
import type { Workshop } from '../../model/workshop'
import { isKeyBesideScript } from '../answer-key-place'

/** What stands on a slide, as words: a guide in text survives every change of the slide's looks. */
export interface SlideContent {
  title: RichText
  lines: RichText[]
}

export function slideContent(slide: Slide, workshop: Workshop): SlideContent {
  const { labels, exercises } = workshop
  const module = workshop.modules.find(each => each.id === slide.module)
  const exercise = slide.exercise ? exercises[slide.exercise] : undefined
  const all = mistakesOf(workshop.modules).length
  const [heading, body] = splitHeading(slide.body)
  const drawn = (state: 'mistake' | 'repair'): RichText => [
    { strong: [labels.guide.drawing] },
    ' ',
    module!.drawing![state],
  ]
  switch (slide.layout) {
    case 'cover':
      return { title: [workshop.title], lines: [[workshop.subtitle]] }
    case 'opener':
      return {
        title: [module!.title],
        lines: [
          ...(module!.mistake ? [[fill(labels.deck.mistakeOf, { n: module!.mistake, all })]] : []),
          ...(module!.drawing ? [drawn('mistake')] : []),
        ],
      }
    case 'claim':
      return {
        title: module!.claim!,
        lines: [[{ strong: [labels.deck.instead] }, ' ', ...module!.reframe!], drawn('repair')],
      }
    case 'points':
      return {
        title: heading,
        lines: slide.points.flatMap(key => module!.keyPoints.filter(each => each.key === key).map(each => each.point)),
      }
    case 'evidence': {
      const item = module!.evidence.find(each => each.id === slide.evidence)!
      return { title: heading, lines: [item.finding, [{ strong: [labels.deck.caveat] }, ' ', ...item.caveat]] }
    }
    case 'exercise':
      return {
        title: [exercise!.title],
        lines: slide.role === 'ask' ? exercise!.steps : [[labels.guide.resultsLine]],
      }
    case 'debrief':
      return {
        title: [fill(labels.deck.debrief, { title: exercise!.title })],
        // The questions stand beside the answers to expect.
        lines: [],
      }
    case 'agenda':
      return {
        title: [labels.deck.agenda],
        lines: sections(workshop.modules).map(part => [`${part.title}, ${minutesInWords(part.minutes, workshop)}`]),
      }
    case 'objectives':
      return {
        title: [fillPlural(labels.deck.objectives, workshop.length, workshop)],
        lines: workshop.objectives.map(each => each.text),
      }
    case 'ground-rules':
      return { title: [labels.deck.groundRules], lines: workshop.groundRules }
    case 'reframes':
      return {
        title: [labels.deck.reframes],
        lines: mistakesOf(workshop.modules).map(each => each.reframe!),
      }
    case 'credits':
      return { title: [labels.deck.credits], lines: workshop.credits }
    case 'break':
      return { title: [activityTitle(module!.activities[slide.activity!]!, workshop)], lines: [] }
    case 'prose':
      return { title: heading, lines: [...body, ...(slide.drawing ? [drawn(slide.drawing)] : [])] }
  }
}

/**
 * What a slide reveals beside a room's counts; an answer key beside the script says it in its own way. A slide to spare
 * shows what the room comes to, and the rest of what its exercise reveals is for home.
 */
export function revealedOn(slide: Slide, { exercises }: Workshop): RichText[] {
  if (slide.role !== 'results' || isSpare(slide)) return []
  const { kind, reveal } = exercises[slide.exercise!]!
  return isKeyBesideScript({ kind }) ? [] : kindOf(kind).revealed(reveal)
}

function splitHeading(blocks: Block[]): [RichText, RichText[]] {
  const [first, ...rest] = blocks
  const heading = first?.type === 'heading' ? first.text : []
  return [heading, (first?.type === 'heading' ? rest : blocks).flatMap(textsOf)]
}
