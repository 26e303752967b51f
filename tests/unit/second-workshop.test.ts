import { resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { loadOrThrow, loadWorkshop } from '../../model/load'
import { totalMinutes } from '../../model/schedule'
import { forLearner, forPaper } from '../../model/views'
import type { Workshop } from '../../model/workshop'
import type { KitCopy } from '../fixtures/kit'
import { printed } from '../fixtures/sample'
import { searchForOwnContent, secondWorkshop, stringsIn } from '../fixtures/second-workshop'

const VIEWS = { facilitator: (whole: Workshop) => whole, learner: forLearner, paper: forPaper }
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

let kit: KitCopy
let workshop: Workshop
let problems: string
let own: Workshop
let search: (text: string) => string[]
beforeAll(async () => {
  own = await loadOrThrow(resolve(import.meta.dirname, '../..'))
  search = searchForOwnContent(own)
  kit = secondWorkshop()
  const loaded = await loadWorkshop(kit.root)
  problems = printed(loaded.problems)
  workshop = loaded.workshop!
}, 20_000)
afterAll(() => kit?.dispose())

describe('the check of the second workshop', () => {
  it('finds no problem', () => {
    expect(problems).toBe('')
  })

  it('has seen five mistakes, 45 minutes and at least six kinds of exercise', () => {
    expect(workshop.modules.flatMap(({ mistake }) => mistake ?? [])).toEqual([1, 2, 3, 4, 5])
    expect(totalMinutes(workshop.modules)).toBe(45)
    expect(new Set(Object.values(workshop.exercises).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
  })
})

describe('a view of the second workshop', () => {
  it.each(['facilitator', 'learner', 'paper'] as const)('for %s holds nothing of the kit’s own content', viewer => {
    const { exercises, ...view } = VIEWS[viewer](workshop)
    const texts = [...Object.keys(exercises), ...stringsIn([view, exercises])]
    expect(texts.length).toBeGreaterThan(300)
    expect(search(texts.join('\n'))).toEqual([])
  })

  it('is searched by a search that finds the kit’s own content where it is', ({ skip }) => {
    skip(own.id === workshop.id, 'the kit’s own content is this workshop')
    expect(search(stringsIn(own.modules).join('\n'))).not.toEqual([])
  })
})

describe('the labels', () => {
  it('state no number of mistakes or minutes that holds for the kit’s own content alone', () => {
    const count = own.modules.filter(({ mistake }) => mistake !== undefined).length
    const counted = new RegExp(`\\b(?:${own.length} minutes|of ${count}|${NUMBERS[count]} mistakes)\\b`, 'i')
    expect(stringsIn(workshop.labels).filter(label => counted.test(label))).toEqual([])
  })
})
