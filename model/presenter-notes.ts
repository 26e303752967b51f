import { escapeHtml, toHtml } from '../components/text/html'
import type { Workshop } from './workshop'

/** The notes of one slide, as the presenter's page shows them. */
export interface PresenterNotes {
  /** The slide's number in the deck, from 1. */
  no: number
  html: string
}

/** The notes of every slide as HTML, in the order of the deck. Everything that an author wrote is escaped. */
export function presenterNotes({ labels, references, slides }: Workshop): PresenterNotes[] {
  const context = { references, labels: labels.common }
  return slides.map(({ no, notes }) => ({
    no,
    html: notes
      .map(
        ({ kind, text }) =>
          `<p data-note="${kind}"><strong class="note-label">${escapeHtml(labels.guide[kind])}</strong> ` +
          `${toHtml(text, context)}</p>`,
      )
      .join('\n'),
  }))
}
