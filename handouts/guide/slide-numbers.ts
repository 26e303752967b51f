import type { CountedActivity } from '../../model/minutes/count'

/** The numbers of slides that follow each other: “9–11”; a dash where it has none. */
export function slidesOf({ slides }: Pick<CountedActivity, 'slides'>): string {
  return slides.length > 1 ? `${slides[0]}–${slides.at(-1)}` : slides.length ? String(slides[0]) : '–'
}
