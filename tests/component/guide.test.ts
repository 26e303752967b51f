import { describe, expect, it } from 'vitest'

import ConversationLabGuide from '../../components/exercises/conversation-lab/ConversationLabGuide.vue'
import type { ConversationLab } from '../../components/exercises/conversation-lab/schema'
import CueCardFront from '../../handouts/cue-card/CueCardFront.vue'
import CutTable from '../../handouts/guide/CutTable.vue'
import RunOfShow from '../../handouts/guide/RunOfShow.vue'
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

describe('what people do while they arrive', () => {
  const activities = [
    { exercise: 'check', minutes: 10, arrival: true },
    { talk: 'Welcome', id: 'welcome', minutes: 2 },
  ]
  const facilitator = { transition: ['Let us begin.'] }
  const workshop = {
    title: 'A workshop',
    modules: [{ id: 'first', title: 'First', facilitator, activities }],
    exercises: {
      check: { title: 'Check', grouping: 'alone', facilitator: { roles: { second: ['Stand at the door.'] } } },
    },
    slides: [],
    guide: { stays: [], cuts: [] },
    length: 2,
    pace: 130,
    language: 'en',
    labels: context.labels,
  }
  const counted = activities.map(activity => ({ activity, slides: [], spoken: 0, waited: 0, working: 0 }))
  const clock = { start: '09:00', counted }

  it('has a line in the run of show, which begins before the start and ends with it', async () => {
    const rows = words(await render(RunOfShow, { workshop, context: clock }))
    expect(rows).toMatch(/First 08:50 10 Check While people arrive .* 09:00 2 Welcome .* 09:02 2 End/)
  })

  it('begins minutes below 0 on the cue card, with the sign that is read aloud as minus, and no hyphen', async () => {
    const rows = words(await render(CueCardFront, { workshop, context: clock }))
    expect(rows).toContain('08:50 \u221210 –')
    expect(rows).toMatch(/Stand at the door\. 09:00 0 – – Welcome/)
  })

  it('has its own time beside its part in the table of cuts', async () => {
    const rows = words(await render(CutTable, { workshop, context: clock }))
    expect(rows).toContain('08:50 First')
    expect(rows).not.toMatch(/-\d/)
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
