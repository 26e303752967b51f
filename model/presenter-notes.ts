import { fill } from '../components/fill'
import type { CitationContext } from '../components/text/html'
import { escapeHtml, toHtml } from '../components/text/html'
import { activityTitle, spareExercises } from './activities'
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
 * planned and its counted time, and that of an exercise to spare with the way back. Everything that an author wrote is
 * escaped.
 */
export function presenterNotes(workshop: Workshop): PresenterNotes[] {
  const { exercises, labels, references, slides } = workshop
  const context = { references, labels: labels.common }
  const beginnings = new Map<number, string>([
    ...countActivities(workshop).map(each => [each.slides[0]!, timeOf(each, workshop)] as const),
    ...spareExercises(slides).map(
      each => [each.slides[0]!, fill(labels.guide.spareNotes, { title: exercises[each.exercise]!.title })] as const,
    ),
  ])
  return slides.map(({ no, notes }) => {
    const begins = beginnings.get(no)
    const lines = notes.map(note => noteHtml(note, context, workshop))
    return { no, html: [...(begins ? [`<p class="note-time">${escapeHtml(begins)}</p>`] : []), ...lines].join('\n') }
  })
}

function timeOf(counted: CountedActivity, workshop: Workshop): string {
  const time = (['planned', 'counted', 'spoken', 'waited', 'working'] as const).map(
    part => [part, minutesAndSeconds(counted[part])] as const,
  )
  const title = activityTitle(counted.activity, workshop)
  return fill(workshop.labels.guide.activityTime, { title, ...Object.fromEntries(time) })
}

function noteHtml({ kind, text, wait }: Note, context: CitationContext, { labels }: Workshop): string {
  const label = `<strong class="note-label">${escapeHtml(labels.guide[kind])}</strong>`
  const waits =
    wait === undefined ? '' : ` <span class="note-wait">${escapeHtml(fill(labels.guide.wait, { n: wait }))}</span>`
  return `<p data-note="${kind}">${label} ${toHtml(text, context)}${waits}</p>`
}
