import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadOrThrow } from '../../../model/load'
import { forLearner } from '../../../model/views'
import { buildSite } from '../../../site/build'
import { copyOfKit } from '../../fixtures/kit'
import { fileOfExercise, firstOf, moduleOf } from './content'

/**
 * What tells the next version apart: in a lesson, in an exercise, in a script that exercises share, and beside the
 * pages.
 */
export const NEXT = {
  lesson: 'Another heading, looked at anew',
  exercise: 'An exercise, looked at anew',
  script: '[data-version="next"]',
  calendar: '-//next//',
  slides: '<!-- the next slides -->',
  paper: '% the next paper',
}

/**
 * The site after an edit, built from a copy of the kit around the slides and papers of the site that is there; of
 * those, the deck's page and one of the papers are different.
 * @param before where the earlier version was built
 */
export async function nextVersion(before: string): Promise<{ folder: string; dispose: () => void }> {
  const kit = copyOfKit()
  const { id } = firstOf('reframe')!
  kit.change(`${moduleOf(id).folder}/lesson.md`, /^## .*$/m, `## ${NEXT.lesson}`)
  kit.change(fileOfExercise(id), /^title: .*$/m, `title: ${NEXT.exercise}`)
  kit.change('components/exercises/StepPager.vue', ' class="pager"', ' class="pager" data-version="next"')
  kit.change('site/take-home/calendar.ts', '`-//${page.id}//', '`' + `${NEXT.calendar}\${page.id}//`)
  const out = mkdtempSync(join(tmpdir(), 'workshop-next-'))
  for (const extras of ['slides', 'handouts']) cpSync(join(before, extras), join(out, extras), { recursive: true })
  appendFileSync(join(out, 'slides/index.html'), NEXT.slides)
  appendFileSync(join(out, 'handouts/workbook-a4.pdf'), NEXT.paper)
  await buildSite(kit.root, forLearner(await loadOrThrow(kit.root)), out, {
    photograph: () => Promise.reject(new Error('No address, no picture.')),
  })
  kit.dispose()
  return { folder: out, dispose: () => rmSync(out, { recursive: true, force: true }) }
}
