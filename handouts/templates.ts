import type { Component } from 'vue'
import { createSSRApp, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'

import { fill } from '../components/fill'
import findings from '../components/findings/findings.css?inline'
import drawings from '../components/look/drawings.css?inline'
import paper from '../components/look/paper.css?inline'
import tokens from '../components/look/tokens.css?inline'
import type { WorkshopContext } from '../components/workshop-context'
import { workshopContextKey } from '../components/workshop-context'
import { directionOf } from '../model/language'
import type { LearnerWorkshop, PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'
import answerSheetStyle from './answer-sheet/answer-sheet.css?inline'
import AnswerSheet from './answer-sheet/AnswerSheet.vue'
import cueCardStyle from './cue-card/cue-card.css?inline'
import CueCard from './cue-card/CueCard.vue'
import fonts from './fonts.css?inline'
import type { GuideContext } from './guide/context'
import guideStyle from './guide/guide.css?inline'
import Guide from './guide/Guide.vue'
import sheet from './paper.css?inline'
import type { WorkbookContext } from './workbook/context'
import workbookStyle from './workbook/workbook.css?inline'
import Workbook from './workbook/Workbook.vue'

/** What one kind of exercise alone needs on paper, from its folder. */
const kindStyles = import.meta.glob<string>(['../components/exercises/*/paper.css', '!../components/exercises/_*/**'], {
  query: '?inline',
  import: 'default',
  eager: true,
})

/** A document in the parts that differ from one to the next. */
export interface Rendered {
  language: string
  direction: 'ltr' | 'rtl'
  title: string
  style: string
  body: string
}

/** The page that every document is put into: the typefaces and styles that all share. */
export function renderSheet(): string {
  const styles = [fonts, tokens, sheet, drawings, findings, paper, ...Object.values(kindStyles)]
  return (
    '<!doctype html>\n<html class="light"><head><meta charset="utf-8">' +
    `<style>${styles.join('\n')}</style><style></style></head><body></body></html>`
  )
}

/** The workbook, from open fields alone. */
export function renderWorkbook(workshop: PaperWorkshop, context: WorkbookContext): Promise<Rendered> {
  return render(Workbook, { workshop, context }, workshop, workshop.labels.handouts.workbook, workbookStyle)
}

/** The answer sheet, which is given out afterwards: what a learner sees after answering. */
export function renderAnswerSheet(workshop: LearnerWorkshop): Promise<Rendered> {
  return render(AnswerSheet, { workshop }, workshop, workshop.labels.handouts.answerSheet, answerSheetStyle)
}

/** The facilitator guide, from everything there is. */
export function renderGuide(workshop: Workshop, context: GuideContext): Promise<Rendered> {
  return render(Guide, { workshop, context }, workshop, workshop.labels.guide.title, guideStyle)
}

/** The cue card: one sheet that the facilitators hold. */
export function renderCueCard(workshop: Workshop, context: GuideContext): Promise<Rendered> {
  return render(CueCard, { workshop, context }, workshop, workshop.labels.guide.cueCard, cueCardStyle)
}

type Shared = Pick<PaperWorkshop, 'title' | 'language' | 'labels' | 'references'> & Pick<WorkshopContext, 'modules'>

async function render(
  template: Component,
  props: Record<string, unknown>,
  workshop: Shared,
  kind: string,
  style: string,
): Promise<Rendered> {
  const title = `${workshop.title}: ${kind}`
  const app = createSSRApp(template, props)
  app.provide(workshopContextKey, shallowRef<WorkshopContext>(workshop))
  return {
    language: workshop.language,
    direction: directionOf(workshop.language),
    title,
    style: `${style}\n${runningFoot(title, workshop)}`,
    body: await renderToString(app),
  }
}

const FOOT = "font: 8.5pt 'Atkinson Hyperlegible Next'; color: #4c4e58;"

/** Page numbers and the running foot stand in the margin boxes of the page itself. */
function runningFoot(title: string, { labels, language }: Shared): string {
  const [before = '', between = '', after = ''] = fill(labels.handouts.pageOf, { page: '\n', pages: '\n' })
    .split('\n')
    .map(quote)
  const [start, end] = directionOf(language) === 'rtl' ? ['right', 'left'] : ['left', 'right']
  return `@page {
  @bottom-${start} { content: ${quote(title)}; ${FOOT} }
  @bottom-${end} { content: ${before} counter(page) ${between} counter(pages) ${after}; ${FOOT} }
}
@page :first { @bottom-left { content: none; } @bottom-right { content: none; } }`
}

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
