import type { Context } from 'hono'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** What the pages, and the deck among them, may do; sent as a header beside what stands in each page. */
export interface SitePolicies { pages: string, deck: string }

/**
 * Serves the self-paced site as a static host would.
 * @param folder where it was built
 */
export function siteApp(folder: string, policies: SitePolicies): Hono {
  const app = new Hono()
  app.use('*', async (context, next) => {
    await next()
    context.header('Content-Security-Policy', `${context.req.path.startsWith('/slides/') ? policies.deck : policies.pages}; frame-ancestors 'none'`)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
  })
  // Without the slash, what the deck names beside itself would be sought in the folder above.
  app.get('/slides', context => context.redirect('/slides/', 301))
  app.use('*', serveStatic({ root: folder, onFound: cache }))
  return app
}

function cache(path: string, context: Context) {
  // Names under assets/ carry a hash of what is in them.
  context.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}
