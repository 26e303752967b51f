import type { Component } from 'vue'
import type { Door } from '../components/door'
import type { PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { GuideContext } from './guide/context'
import type { WorkbookContext } from './workbook/context'
import { createSSRApp, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { doorKey, fill } from '../components/door'
import drawings from '../components/look/drawings.css?inline'
import paperFaces from '../components/look/paper.css?inline'
import tokens from '../components/look/tokens.css?inline'
import fonts from './fonts.css?inline'
import guideStyle from './guide/guide.css?inline'
import Guide from './guide/Guide.vue'
import sheet from './paper.css?inline'
import workbookStyle from './workbook/workbook.css?inline'
import Workbook from './workbook/Workbook.vue'

/** A document in the parts that differ from one to the next. */
export interface Rendered {
  language: string
  title: string
  style: string
  body: string
}

/** The page that every document is put into: the typefaces and styles that all share. */
export function renderSheet(): string {
  return `<!doctype html>
<html class="light"><head><meta charset="utf-8"><style>${[fonts, tokens, sheet, drawings, paperFaces].join('\n')}</style><style></style></head><body></body></html>`
}

/** The workbook, from the view that paper may have. */
export function renderWorkbook(workshop: PaperWorkshop, context: WorkbookContext): Promise<Rendered> {
  const title = `${workshop.title}: ${workshop.labels.handouts.workbook}`
  return render(Workbook, { workshop, context }, { ...workshop, title, style: workbookStyle, size: context.paper })
}

/** The facilitator guide, from everything there is. */
export function renderGuide(workshop: Workshop, context: GuideContext): Promise<Rendered> {
  const title = `${workshop.title}: ${workshop.labels.guide.title}`
  return render(Guide, { workshop, context }, { ...workshop, title, style: guideStyle, size: context.paper })
}

interface Frame extends Pick<PaperWorkshop, 'language'> {
  title: string
  style: string
  size: string
  labels: PaperWorkshop['labels']
  references: PaperWorkshop['references']
  modules: Door['modules']
}

async function render(template: Component, props: Record<string, unknown>, frame: Frame): Promise<Rendered> {
  const app = createSSRApp(template, props)
  app.provide(doorKey, shallowRef<Door>(frame))
  return { language: frame.language, title: frame.title, style: `${frame.style}\n${page(frame)}`, body: await renderToString(app) }
}

/** Page numbers and the running foot stand in the margin boxes of the page itself. */
function page({ size, title, labels }: Frame): string {
  const [before = '', between = '', after = ''] = fill(labels.handouts.pageOf, { page: '\n', pages: '\n' }).split('\n').map(quote)
  return `@page {
  size: ${size === 'a4' ? 'A4' : 'letter'};
  @bottom-left { content: ${quote(title)}; font: 8.5pt 'Atkinson Hyperlegible Next'; color: #4c4e58; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; font: 8.5pt 'Atkinson Hyperlegible Next'; color: #4c4e58; }
}
@page :first { @bottom-left { content: none; } @bottom-right { content: none; } }`
}

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
