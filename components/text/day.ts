const DAY = 24 * 60 * 60 * 1000

/** A day as calendars and date inputs write it: 2031-04-09. Nothing when it is no day of any calendar. */
export function readDay(value: unknown): string {
  return typeof value === 'string' && timeOf(value) !== undefined ? value : ''
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = timeOf(from)
  const end = timeOf(to)
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / DAY)
}

/** The day that a moment falls on where the reader is. */
export function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** So many days after another day; nothing when there is no such day, or its year has five digits. */
export function dayAfter(day: string, days: number): string {
  const time = timeOf(day)
  const later = time === undefined ? Number.NaN : time + days * DAY
  return Number.isNaN(new Date(later).getTime()) ? '' : readDay(new Date(later).toISOString().slice(0, 10))
}

/** Years before this one are still being typed, digit by digit. */
export const EARLIEST_DAY = '2000-01-01'

/** "Thursday 9 April", as the page's language says it. */
export function dayInWords(day: string, language?: string): string {
  const time = timeOf(day)
  return time === undefined
    ? ''
    : new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        time,
      )
}

/** Days are counted in UTC, where each has 24 hours, so that a change of the clocks moves none. */
function timeOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  if (!year || !month || !date) return undefined
  // A date input passes through the years 0002, 0020 and 0203 while 2031 is typed; all of them are read.
  const time = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  return new Date(time).toISOString().slice(0, 10) === day ? time : undefined
}
