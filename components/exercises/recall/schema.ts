import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'
import type { labels } from './labels'

export const open = {
  /** Questions answered from memory: free text, or one of several options. */
  items: z
    .array(
      z.strictObject({
        id: slug(),
        ask: prose({ max: 200 }),
        lines: lines().default(2),
        options: z
          .array(z.strictObject({ id: slug(), text: line(90) }))
          .min(2)
          .max(5)
          .optional(),
      }),
    )
    .min(2)
    .max(10),
}

export const reveal = {
  /** One per item, in any order. */
  answers: z.array(
    z.strictObject({
      item: slug(),
      answer: prose({ max: 320 }),
      /** For an item with options: the right one, and what to say to each. */
      right: slug().optional(),
      feedback: z.record(slug(), prose({ max: 220 })).optional(),
    }),
  ),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: { items: { id: true, ask: true, lines: true, options: { id: true, text: true } } },
  reveal: { answers: { item: true, answer: true, right: true, feedback: true } },
}

export type Recall = LearnerExercise<'recall', typeof open, typeof reveal>
export type RecallOnPaper = PaperOf<Recall>

declare module '../kind-types' {
  interface KindTypes {
    recall: { exercise: Recall; labels: typeof labels }
  }
}

const found = (id: string | undefined) => (id ? `"${id}"` : 'none')

/** Every item has one answer, and every name in an answer names an item or one of its options. */
export function check({ items, reveal: { answers } }: Recall, { complain, didYouMean }: CheckTools) {
  const known = items.map(item => item.id)
  answers.forEach((answer, index) => {
    const path = ['reveal', 'answers', index]
    const item = items.find(each => each.id === answer.item)
    const options = item?.options?.map(option => option.id) ?? []
    if (!item)
      complain([...path, 'item'], `Expected the id of an item, found "${answer.item}".`, didYouMean(answer.item, known))
    else if (answers.findIndex(each => each.item === answer.item) < index)
      complain(
        [...path, 'item'],
        `Expected one answer to each item, found a second one to "${answer.item}".`,
        'keep one of the two.',
      )
    else if (item.options && !options.includes(answer.right ?? ''))
      complain(
        answer.right ? [...path, 'right'] : path,
        `Expected the right option of "${item.id}" under "right", found ${found(answer.right)}.`,
        didYouMean(answer.right ?? '', options),
      )
    else if (!item.options && answer.right)
      complain(
        [...path, 'right'],
        `Expected no "right" for "${item.id}", which has no options, found "${answer.right}".`,
        'remove it, or give the item its options.',
      )
    for (const id of Object.keys(item ? (answer.feedback ?? {}) : {}).filter(id => !options.includes(id)))
      complain(
        [...path, 'feedback', id],
        `Expected feedback to an option of "${answer.item}", found "${id}".`,
        options.length ? didYouMean(id, options) : 'remove it, or give the item its options.',
        'name',
      )
  })
  if (answers.every(answer => known.includes(answer.item))) {
    for (const id of known.filter(id => !answers.some(answer => answer.item === id)))
      complain(
        ['items', known.indexOf(id), 'id'],
        `Expected an answer to "${id}" in \`reveal.answers\`, found none.`,
        `add one with "item: ${id}".`,
      )
  }
}
