import { plainText } from '../components/text/rich-text'
import type { Workshop } from './workshop'

/** The speaker notes as HTML, slide by slide. */
export function presenterNotes({ slides }: Workshop): { no: number; html: string }[] {
  return slides.map(({ no, notes }) => ({
    no,
    html: notes
      .map(({ kind, text }) => `<p><strong>${kind.toUpperCase()}</strong> ${escaped(plainText(text))}</p>`)
      .join('\n'),
  }))
}

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
