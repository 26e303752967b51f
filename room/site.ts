import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

import { cacheByName } from './cache'
import { policyIn } from './page-policy'

/**
 * Serves the self-paced site as a static host would.
 * @param folder where it was built
 */
export function siteApp(folder: string): Hono {
  const app = new Hono()
  const [pages, deck] = ['index.html', 'slides/index.html'].map(file => policyIn(join(folder, file)))
  app.use('*', async (context, next) => {
    await next()
    context.header(
      'Content-Security-Policy',
      `${context.req.path.startsWith('/slides/') ? deck : pages}; frame-ancestors 'none'`,
    )
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
  })
  // Without the slash, what the deck names beside itself would be sought in the folder above.
  app.get('/slides', context => context.redirect('/slides/', 301))
  app.use('*', cacheByName)
  app.use('*', serveStatic({ root: folder }))
  return app
}
