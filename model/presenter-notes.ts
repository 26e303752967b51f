import { fill } from '../components/fill'
import type { CitationContext } from '../components/text/html'
import { escapeHtml, toHtml } from '../components/text/html'
import { activityTitle } from './activities'
import type { CountedActivity } from './minutes/count'
import { countActivities } from './minutes/count'
import type { Note } from './notes'
import { minutesAndSeconds } from './schedule'
import type { Workshop } from './workshop'

/** The notes of one slide, as the presenter's page shows them. */
export interface PresenterNotes {
  /** The slide's number in the deck, from 1. */
  no: number
  html: string
}

/**
 * The notes of every slide as HTML, in the order of the deck. The first slide of an activity begins with its
 * planned and its counted time. Everything that an author wrote is escaped.
 */
export function presenterNotes(workshop: Workshop): PresenterNotes[] {
  const { labels, references, slides } = workshop
  const context = { references, labels: labels.common }
  const times = new Map(countActivities(workshop).map(each => [each.slides[0], each]))
  return slides.map(({ no, notes }) => {
    const begins = times.get(no)
    const lines = notes.map(note => noteHtml(note, context, workshop))
    return { no, html: [...(begins ? [timeHtml(begins, workshop)] : []), ...lines].join('\n') }
  })
}

function timeHtml(counted: CountedActivity, workshop: Workshop): string {
  const time = (['planned', 'counted', 'spoken', 'waited', 'working'] as const).map(
    part => [part, minutesAndSeconds(counted[part])] as const,
  )
  const title = activityTitle(counted.activity, workshop)
  const text = fill(workshop.labels.guide.activityTime, { title, ...Object.fromEntries(time) })
  return `<p class="note-time">${escapeHtml(text)}</p>`
}

function noteHtml({ kind, text, wait }: Note, context: CitationContext, { labels }: Workshop): string {
  const label = `<strong class="note-label">${escapeHtml(labels.guide[kind])}</strong>`
  const waits =
    wait === undefined ? '' : ` <span class="note-wait">${escapeHtml(fill(labels.guide.wait, { n: wait }))}</span>`
  return `<p data-note="${kind}">${label} ${toHtml(text, context)}${waits}</p>`
}
