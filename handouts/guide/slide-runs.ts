import type { Slide } from '../../model/slides'

/** Slides that the guide shows together: an exercise with those of its slides that follow each other, or one slide. */
export interface SlideRun {
  /** The exercise that the run asks; its part of the guide holds the slides. */
  exercise?: string
  slides: Slide[]
}

/** The slides of a part in their order; a debrief that comes after other slides stands alone, at its own time. */
export function slideRuns(slides: readonly Slide[]): SlideRun[] {
  const runs: SlideRun[] = []
  for (const slide of slides) {
    const last = runs.at(-1)
    if (slide.role === 'ask') runs.push({ exercise: slide.exercise!, slides: [slide] })
    else if (last?.exercise !== undefined && last.exercise === slide.exercise) last.slides.push(slide)
    else runs.push({ slides: [slide] })
  }
  return runs
}
