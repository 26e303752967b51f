import type { PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { GuideContext } from './guide/context'
import type { WorkbookContext } from './workbook/context'
import { withCompiled } from '../components/compile'

/** The documents' HTML, as handouts/templates.ts renders it. */
export interface Templates {
  renderWorkbook: (workshop: PaperWorkshop, context: WorkbookContext) => Promise<string>
  renderGuide: (workshop: Workshop, context: GuideContext) => Promise<string>
}

/** Compiles the Vue templates and hands them to `use`. */
export function withTemplates<T>(root: string, use: (templates: Templates) => Promise<T>): Promise<T> {
  return withCompiled<Templates, T>(root, '/handouts/templates.ts', use)
}
