import { fill } from '../../components/workshop-context'
import type { Workshop } from '../../model/workshop'

/** The guide's parts in order, with the anchor of each: the one list for its contents page and its headings. */
export function contents({ labels, modules }: Workshop): { anchor: string; title: string; isModule?: true }[] {
  const g = labels.guide
  return [
    { anchor: 'glance', title: g.glance },
    { anchor: 'preparing', title: g.preparing },
    { anchor: 'materials', title: g.materials },
    { anchor: 'room', title: g.roomPlan },
    { anchor: 'run-of-show', title: g.runOfShow },
    { anchor: 'time', title: g.timeMargins },
    ...modules.map(module => ({
      anchor: `module-${module.id}`,
      title: module.mistake ? `${fill(labels.common.mistake, { n: module.mistake })}: ${module.title}` : module.title,
      isModule: true as const,
    })),
    { anchor: 'questions', title: g.hardQuestions },
    { anchor: 'recoveries', title: g.recoveries },
    { anchor: 'answers', title: g.answerKey },
    { anchor: 'follow-up', title: g.followUp },
    { anchor: 'evidence', title: g.evidence },
    { anchor: 'sources', title: g.sources },
  ]
}
