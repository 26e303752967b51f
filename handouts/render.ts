import type { PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { GuideContext } from './guide/context'
import type { WorkbookContext } from './workbook/context'
import { compiled } from '../components/compile'

/** The documents' HTML, as handouts/templates.ts renders it. */
export interface Templates {
  renderWorkbook: (workshop: PaperWorkshop, context: WorkbookContext) => Promise<string>
  renderGuide: (workshop: Workshop, context: GuideContext) => Promise<string>
}

/** Compiles the Vue templates. */
export function compiledTemplates(root: string): Promise<Templates> {
  return compiled<Templates>(root, 'handouts/templates.ts')
}
