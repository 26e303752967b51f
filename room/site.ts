import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from 'hono'
import { Hono } from 'hono'

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
  app.use('*', serveStatic({ root: folder, onFound: cache }))
  return app
}

/** The policy that a page states itself; as a header it holds before the page is read. */
function policyIn(file: string): string {
  const policy =
    existsSync(file) && readFileSync(file, 'utf8').match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]
  if (!policy) throw new Error(`${file} states no content security policy.`)
  return policy
}

function cache(path: string, context: Context) {
  // Names under assets/ carry a hash of what is in them.
  context.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}
