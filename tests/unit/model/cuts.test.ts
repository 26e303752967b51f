import { resolve } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import type { CutTable } from '../../../model/cuts'
import { cutTable } from '../../../model/cuts'
import { loadOrThrow } from '../../../model/load'
import { runOfShow } from '../../../model/schedule'
import type { Workshop } from '../../../model/workshop'

const ROOT = resolve(import.meta.dirname, '../../..')
let workshop: Workshop
let table: CutTable
beforeAll(async () => {
  workshop = await loadOrThrow(ROOT)
  table = cutTable(workshop)
})

describe('the table of cuts', () => {
  it('has a row for each part and a column for the minutes that may be missing', () => {
    expect(table.rows.map(({ checkpoint }) => checkpoint.module)).toEqual(workshop.modules.map(({ id }) => id))
    expect(table.missing.every(minutes => minutes <= workshop.length / 4)).toBe(true)
    expect(table.missing.length).toBeGreaterThan(2)
  })

  it('adds up at every checkpoint: what it names saves what is missing, or it says how much is not there', () => {
    for (const { reliefs } of table.rows) {
      for (const [at, { cuts, saved, short }] of reliefs.entries()) {
        expect(cuts.reduce((sum, index) => sum + table.cuts[index]!.saves, 0)).toBe(saved)
        expect(Math.max(0, table.missing[at]! - saved)).toBe(short)
      }
    }
  })

  it('names each cut once, and none that is over already', () => {
    for (const { checkpoint, reliefs } of table.rows) {
      for (const { cuts } of reliefs) {
        expect(new Set(cuts).size).toBe(cuts.length)
        expect(cuts.filter(index => table.cuts[index]!.from < checkpoint.from)).toEqual([])
      }
    }
  })

  it('takes everything that is still to come before it gives up', () => {
    for (const { checkpoint, reliefs } of table.rows) {
      const ahead = table.cuts.filter(({ from }) => from >= checkpoint.from).length
      for (const { cuts, short } of reliefs.filter(each => each.short > 0)) {
        expect(short).toBeGreaterThan(0)
        expect(cuts).toHaveLength(ahead)
      }
    }
  })

  it('never names what must stay: no break, and none of the exercises that stay, nor their debriefs', () => {
    const stays = runOfShow(workshop.modules).filter(
      ({ activity }) =>
        'break' in activity ||
        ('exercise' in activity && workshop.guide.stays.includes(activity.exercise)) ||
        ('debrief' in activity && workshop.guide.stays.includes(activity.debrief)),
    )
    expect(stays.length).toBeGreaterThan(2)
    for (const row of stays) expect(table.cuts.map(({ from }) => from)).not.toContain(row.from)
  })

  it('takes buffers before it takes anything else', () => {
    const buffers = runOfShow(workshop.modules).filter(({ activity }) => 'buffer' in activity).length
    expect(table.cuts.slice(0, buffers).every(({ how }) => how === undefined)).toBe(true)
    expect(table.cuts.slice(buffers).every(({ how }) => how !== undefined)).toBe(true)
  })
})
