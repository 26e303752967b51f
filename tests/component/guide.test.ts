import { describe, expect, it } from 'vitest'

import ConversationLabGuide from '../../components/exercises/conversation-lab/ConversationLabGuide.vue'
import type { ConversationLab } from '../../components/exercises/conversation-lab/schema'
import CutTable from '../../handouts/guide/CutTable.vue'
import WorkbookPage from '../../handouts/guide/WorkbookPage.vue'
import { examples } from '../fixtures/examples'
import { context } from '../fixtures/workshop-context'
import { render, words } from './render'

describe('the page of the workbook beside an activity', () => {
  const workshop = { slides: [{ no: 8 }, { no: 9, exercise: 'check' }] }
  const pageOf = (activity: object, slides: number[]) =>
    render(WorkbookPage, { workshop, counted: { activity, slides } })

  it('is that of its exercise, and of the exercise that it looks back on', async () => {
    expect(await pageOf({ exercise: 'map' }, [])).toContain('workbook#exercise-map')
    expect(await pageOf({ debrief: 'map' }, [])).toContain('workbook#exercise-map')
  })

  it('is that of the exercise whose slide a talk comes back to', async () => {
    expect(await pageOf({ talk: 'Your own numbers' }, [9])).toContain('workbook#exercise-check')
  })

  it('is a dash where a talk shows no exercise', async () => {
    expect(words(await pageOf({ talk: 'Welcome' }, [8])).trim()).toBe('–')
  })
})

describe('the table of cuts', () => {
  const parts = [
    { id: 'first', title: 'First', activities: [{ buffer: 'Spare', minutes: 2 }] },
    { id: 'last', title: 'Last', activities: [{ talk: 'Thanks', id: 'thanks', minutes: 10 }] },
  ]
  const guide = { saved: '= {n}', askFor: 'ask for {n}', missing: { other: '{n} missing' }, saves: '({n})' }
  const workshop = {
    modules: parts,
    exercises: {},
    guide: { stays: [], cuts: [] },
    length: 12,
    language: 'en',
    labels: {
      ...context.labels,
      guide: { ...guide, neverCut: 'Never {titles}', checkpoint: '', useBuffer: 'Use it.' },
    },
  }

  it('says how many minutes to ask for, beside what can go or alone where nothing can', async () => {
    const rows = words(await render(CutTable, { workshop, context: { start: '09:00' } }))
    expect(rows).toContain('09:00 First A = 2 + ask for 1')
    expect(rows).toContain('09:02 Last ask for 3')
  })
})

it('a scene in the guide says by its letter to which end a line leads, and how that end goes', async () => {
  const { learner } = examples.find(({ name }) => name === 'conversation-lab')!
  const exercise = learner as unknown as ConversationLab
  const html = await render(ConversationLabGuide, { exercise })
  const { ends, turns } = exercise.scenarios[0]!
  for (const [index, end] of ends.entries()) {
    const name = `End ${'ABC'[index]}`
    const leading = turns.flatMap(({ lines }) => lines.filter(({ to }) => to === end.id)).length
    expect(html.split(name).length - 1, name).toBe(leading + 1)
  }
})
