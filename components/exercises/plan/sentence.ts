import { fill } from '../../fill'
import { isolated } from '../../text/isolate'

/** As much of a plan as is said. */
interface Spoken {
  if: string
  then: string
  date: string
  partner: string
}

export interface SentenceLabels {
  if: string
  then: string
  sentence: string
  sentenceDate: string
  sentencePartner: string
}

/** The plan as it is said aloud; empty until it has a moment and an act. */
export function sentenceOf(plan: Spoken, labels: SentenceLabels, inWords: (day: string) => string): string {
  const moment = bare(plan.if, labels.if)
  const act = bare(plan.then, labels.then)
  if (!moment || !act) return ''
  const partner = plan.partner.trim()
  return [
    fill(labels.sentence, { if: isolated(moment), then: isolated(act) }),
    plan.date && fill(labels.sentenceDate, { date: inWords(plan.date) }),
    partner && fill(labels.sentencePartner, { partner: isolated(partner) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Many write "If …" or a full stop although the sentence brings its own. */
function bare(text: string, label: string): string {
  const word = label
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .toLowerCase()
  const tidy = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '')
  return word && tidy.toLowerCase().startsWith(`${word} `) ? tidy.slice(word.length + 1) : tidy
}

/** Ready-made plans, those first that go with a module to which the learner's answers point. */
export const pointedFirst = <I extends { module?: string }>(ideas: readonly I[], modules: readonly string[]): I[] => {
  const isPointedTo = ({ module }: I) => module !== undefined && modules.includes(module)
  return [...ideas.filter(isPointedTo), ...ideas.filter(idea => !isPointedTo(idea))]
}
