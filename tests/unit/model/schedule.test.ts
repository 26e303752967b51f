import { describe, expect, it } from 'vitest'

import { clockTime, runOfShow, sections, totalMinutes } from '../../../model/schedule'

const opening = {
  id: 'opening',
  title: 'Welcome',
  activities: [
    { talk: 'Hello', id: 'hello', minutes: 3 },
    { exercise: 'self-check', minutes: 7 },
  ],
}
const middle = {
  id: 'middle',
  title: 'The first mistake',
  activities: [
    { exercise: 'forecast', minutes: 5 },
    { break: 'Coffee', minutes: 10 },
    { debrief: 'forecast', minutes: 4 },
  ],
}

describe('the run of show', () => {
  it('begins each activity when the one before it ends', () => {
    expect(runOfShow([opening, middle]).map(({ from, minutes, module }) => [from, minutes, module])).toEqual([
      [0, 3, 'opening'],
      [3, 7, 'opening'],
      [10, 5, 'middle'],
      [15, 10, 'middle'],
      [25, 4, 'middle'],
    ])
  })

  it('counts breaks into the length of the workshop', () => {
    expect(totalMinutes([opening, middle])).toBe(29)
    expect(totalMinutes([])).toBe(0)
  })
})

describe('what people do while they arrive', () => {
  const arrival = {
    id: 'arrival',
    title: 'Welcome',
    activities: [
      { exercise: 'self-check', minutes: 10, arrival: true as const },
      { talk: 'Hello', id: 'hello', minutes: 3 },
    ],
  }

  it('begins its minutes before the start, so that the workshop begins at 0', () => {
    expect(runOfShow([arrival, middle]).map(({ from }) => from)).toEqual([-10, 0, 3, 8, 18])
    expect(clockTime('09:30', runOfShow([arrival])[0]!.from)).toBe('09:20')
  })

  it('is none of the workshop’s minutes, and is not on the agenda', () => {
    expect(totalMinutes([arrival, middle])).toBe(22)
    expect(sections([arrival, middle])[0]).toEqual({
      id: 'arrival',
      title: 'Welcome',
      from: 0,
      minutes: 3,
      isBreak: false,
    })
  })
})

describe('the agenda', () => {
  it('shows each part once and a break on its own, so that a break inside a part splits it', () => {
    expect(sections([opening, middle])).toEqual([
      { id: 'opening', title: 'Welcome', from: 0, minutes: 10, isBreak: false },
      { id: 'middle', title: 'The first mistake', from: 10, minutes: 5, isBreak: false },
      { id: 'middle', title: 'Coffee', from: 15, minutes: 10, isBreak: true },
      { id: 'middle', title: 'The first mistake', from: 25, minutes: 4, isBreak: false },
    ])
  })

  it('counts a buffer into its part, and shows none', () => {
    const buffered = {
      id: 'buffered',
      title: 'The second mistake',
      activities: [
        { exercise: 'forecast', minutes: 5 },
        { buffer: 'Air', minutes: 2 },
        { break: 'Coffee', minutes: 7 },
      ],
    }
    expect(sections([buffered]).map(({ title, from, minutes }) => [title, from, minutes])).toEqual([
      ['The second mistake', 0, 7],
      ['Coffee', 7, 7],
    ])
  })

  it('keeps two breaks apart that follow each other', () => {
    const pauses = {
      id: 'pauses',
      title: 'Pauses',
      activities: [
        { break: 'Lunch', minutes: 30 },
        { break: 'A walk', minutes: 15 },
      ],
    }
    expect(sections([pauses]).map(({ title }) => title)).toEqual(['Lunch', 'A walk'])
  })

  it('adds up to the length of the workshop', () => {
    expect(sections([opening, middle]).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(29)
  })
})

describe('clock times', () => {
  it.each([
    ['09:30', 0, '09:30'],
    ['09:30', 29, '09:59'],
    ['09:30', 30, '10:00'],
    ['13:05', 90, '14:35'],
    ['23:30', 30, '00:00'],
    ['23:30', 95, '01:05'],
    ['00:00', 1440, '00:00'],
    ['09:05', -10, '08:55'],
    ['00:05', -10, '23:55'],
  ])('a workshop that starts at %s is at %i minutes at %s', (start, minutes, clock) => {
    expect(clockTime(start, minutes)).toBe(clock)
  })
})
