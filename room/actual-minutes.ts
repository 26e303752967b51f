import type { RoomContent } from '../model/room-content'
import type { RoomState } from './state'

/** Longer than this nobody stays at one slide: the laptop was shut, or everyone was at lunch. */
const LONGEST_STAY = 60 * 60_000

/**
 * Planned and actual minutes of every activity: the time that the deck was at its slides, to a tenth of a minute.
 * Without an actual time where the deck never was.
 */
export function activityMinutes(
  { visits, ended }: Pick<RoomState, 'visits' | 'ended'>,
  activities: RoomContent['activities'],
): { title: string; planned: number; actual?: number }[] {
  const stays = visits.map(({ page, at }, index) => {
    const until = visits[index + 1]?.at ?? ended ?? at
    return { page, time: Math.min(LONGEST_STAY, Math.max(0, until - at)) }
  })
  return activities.map(({ title, minutes, slides }) => {
    const own = stays.filter(({ page }) => slides.includes(page))
    const actual = own.reduce((sum, { time }) => sum + time, 0) / 60_000
    return { title, planned: minutes, ...(own.length && { actual: Math.round(actual * 10) / 10 }) }
  })
}
