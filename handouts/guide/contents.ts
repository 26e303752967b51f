import { answerKeys } from '../../components/exercises/answer-keys'
import { fill } from '../../components/fill'
import type { Workshop } from '../../model/workshop'
import { isKeyBesideScript } from '../answer-key-place'

export interface ContentsEntry {
  anchor: string
  title: string
}

/** The guide's two parts, each in order, with the anchor of every section: the one list for its contents page. */
export function contents({ labels, modules, exercises }: Workshop): { title: string; entries: ContentsEntry[] }[] {
  const g = labels.guide
  const hasAnswers = Object.values(exercises).some(each => answerKeys.has(each.kind) && !isKeyBesideScript(each))
  return [
    {
      title: g.inTheRoom,
      entries: [
        { anchor: 'run-of-show', title: g.runOfShow },
        { anchor: 'time', title: g.timeMargins },
        ...modules.map(({ id, mistake, title }) => ({
          anchor: `module-${id}`,
          title: mistake ? `${fill(labels.common.mistake, { n: mistake })}: ${title}` : title,
        })),
        { anchor: 'recoveries', title: g.recoveries },
      ],
    },
    {
      title: g.behindIt,
      entries: [
        { anchor: 'glance', title: g.glance },
        { anchor: 'preparing', title: g.preparing },
        { anchor: 'invitation', title: g.invitation },
        { anchor: 'materials', title: g.materials },
        { anchor: 'room', title: g.roomPlan },
        { anchor: 'access', title: g.accessibility },
        { anchor: 'online', title: g.online },
        { anchor: 'other-ways', title: g.otherWays },
        ...(modules.some(({ forHome }) => forHome.length) ? [{ anchor: 'for-home', title: g.forHome }] : []),
        ...(hasAnswers ? [{ anchor: 'answers', title: g.answerKey }] : []),
        { anchor: 'questions', title: g.hardQuestions },
        { anchor: 'follow-up', title: g.followUp },
        { anchor: 'evidence', title: g.evidence },
        { anchor: 'sources', title: g.sources },
      ],
    },
  ]
}
