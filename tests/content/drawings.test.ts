import { beforeAll, expect, it } from 'vitest'

import type { Drawing, State } from '../../components/look/drawings'
import { STATES } from '../../components/look/drawings'
import { mistakesOf } from '../../components/mistakes'
import { loadOrThrow } from '../../model/load'
import type { Module } from '../../model/workshop'
import { describeOwn, ROOT } from './own'

let mistakes: Module[]
beforeAll(async () => {
  mistakes = mistakesOf((await loadOrThrow(ROOT)).modules)
})
const drawingOf = (id: string) => mistakes.find(module => module.id === id)!.drawing!

/** The ties of one state that reach a node, as "other end: line". */
const tiesOf = ({ ties }: Drawing, id: string, state: State) =>
  ties
    .filter(tie => [tie.from, tie.to].includes(id) && (tie.in ?? state) === state)
    .map(({ from, to, line = 'solid' }) => `${from === id ? to : from}: ${line}`)
    .sort()
const marked = ({ nodes }: Drawing, state: State) =>
  nodes.flatMap(node => (node.marked === 'both' || node.marked === state ? [node.id] : []))

describeOwn('the four drawings', () => {
  it('have an accent each', () => {
    expect(mistakes.map(({ id, accent }) => [id, accent])).toEqual([
      ['waste-of-time', 'plum'],
      ['fixed-skill', 'teal'],
      ['organic-growth', 'navy'],
      ['closest-ties', 'vermilion'],
    ])
  })

  it('waste of time: a back turned on five, and a tie that stops short; then two ties and three marks', () => {
    const drawing = drawingOf('waste-of-time')
    const [me, ...others] = drawing.nodes
    expect(me).toMatchObject({ me: true, faces: { mistake: 160, repair: -20 } })
    expect(others).toHaveLength(5)
    expect(tiesOf(drawing, 'me', 'mistake')).toEqual(['left: broken'])
    expect(tiesOf(drawing, 'me', 'repair')).toEqual(['left: strong', 'lower-left: strong'])
    expect(STATES.map(state => marked(drawing, state))).toEqual([[], ['me', 'left', 'lower-left']])
  })

  it('fixed skill: one with a star among five, and somebody without a tie; then three ties of growing length', () => {
    const drawing = drawingOf('fixed-skill')
    expect(tiesOf(drawing, 'natural', 'mistake')).toHaveLength(5)
    expect(drawing.nodes.filter(({ star }) => star).map(({ id, star }) => [id, star])).toEqual([['natural', 'mistake']])
    expect(tiesOf(drawing, 'me', 'mistake')).toEqual([])
    const [me] = drawing.nodes
    const rungs = drawing.ties
      .filter(({ from }) => from === 'me')
      .map(({ to }) => drawing.nodes.find(({ id }) => id === to)!)
      .map(({ x, y }) => Math.hypot(x - me!.x, y - me!.y))
    expect(rungs).toHaveLength(3)
    expect(rungs).toEqual(rungs.toSorted((one, other) => one - other))
  })

  it('organic growth: six who are all alike and all joined; then one tie to somebody else, and on from there', () => {
    const drawing = drawingOf('organic-growth')
    const alike = ['me', 'left', 'upper-left', 'upper-right', 'lower-right', 'lower-left']
    for (const state of STATES) expect(marked(drawing, state)).toEqual(alike)
    for (const id of alike.slice(1)) expect(tiesOf(drawing, id, 'repair')).toHaveLength(5)
    for (const id of ['square', 'triangle', 'diamond']) expect(tiesOf(drawing, id, 'mistake')).toEqual([])
    expect(tiesOf(drawing, 'square', 'repair')).toEqual(['diamond: solid', 'me: strong', 'triangle: solid'])
  })

  it('closest ties: five joined by strong ties, which stay; then a thin tie to a group and a dotted one to one', () => {
    const drawing = drawingOf('closest-ties')
    const close = ['bottom: strong', 'left: strong', 'top: strong', 'upper-left: strong']
    expect(tiesOf(drawing, 'me', 'mistake')).toEqual(close)
    expect(tiesOf(drawing, 'me', 'repair')).toEqual([...close, 'diamond: dotted', 'square-near: thin'].sort())
    expect(tiesOf(drawing, 'diamond', 'mistake')).toEqual([])
  })
})
