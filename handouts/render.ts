import type { PaperWorkshop } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { GuideContext } from './guide/context'
import type { WorkbookContext } from './workbook/context'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'

/** The documents' HTML, as handouts/templates.ts renders it. */
export interface Templates {
  renderWorkbook: (workshop: PaperWorkshop, context: WorkbookContext) => Promise<string>
  renderGuide: (workshop: Workshop, context: GuideContext) => Promise<string>
}

/**
 * Compiles the Vue templates with Vite, without a server anyone could reach, and hands them to `use`.
 * @param root the project's folder
 */
export async function withTemplates<T>(root: string, use: (templates: Templates) => Promise<T>): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: [vue()],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  })
  try {
    return await use(await server.ssrLoadModule('/handouts/templates.ts') as Templates)
  }
  finally {
    await server.close()
  }
}
