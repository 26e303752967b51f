import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'

/**
 * Compiles a module that imports Vue components, without a server anyone could reach, and hands it to `use`:
 * for those who print or prerender them. At build time only.
 * @param root the project's folder
 * @param path the module, from the root: `/handouts/templates.ts`
 */
export async function withCompiled<M, T>(root: string, path: string, use: (module: M) => Promise<T>): Promise<T> {
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
    return await use(await server.ssrLoadModule(path) as M)
  }
  finally {
    await server.close()
  }
}
