import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

import { cacheByName } from './cache'
import { isInside } from './inside'
import { isOwnHost, NOT_OURS } from './own-host'
import { policyIn } from './page-policy'

/**
 * The path under which a site is served here: the id of its workshop. What a browser keeps of one workshop (its
 * pages, its worker) is then apart from another's that is served on the same port later.
 */
export function basePathOf(folder: string): string {
  const id = readFileSync(join(folder, 'index.html'), 'utf8').match(/<html[^>]* data-workshop="([\w-]+)"/)?.[1]
  return id ? `/${id}/` : '/'
}

/**
 * Serves the self-paced site as a static host would, to this machine alone.
 * @param folder where it was built
 * @param base the path of its first page; what is asked for outside of it is sent there
 */
export function siteApp(folder: string, base = '/'): Hono {
  const app = new Hono()
  const [pages, deck] = ['index.html', 'slides/index.html'].map(file => policyIn(join(folder, file)))
  app.use('*', async (context, next) => {
    if (!isOwnHost(context.req.header('host'))) return context.text(NOT_OURS, 403)
    await next()
    context.header(
      'Content-Security-Policy',
      `${context.req.path.startsWith(`${base}slides/`) ? deck : pages}; frame-ancestors 'none'`,
    )
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
  })
  // Without the slash, what the deck names beside itself would be sought in the folder above.
  app.get(`${base}slides`, context => context.redirect(`${base}slides/${new URL(context.req.url).search}`, 301))
  app.use('*', async (context, next) => {
    const { path } = context.req
    if (!path.startsWith(base)) {
      // As it was asked for: decoded, a line break or another script's letter is nothing that a header can hold.
      const { pathname, search } = new URL(context.req.url)
      return context.redirect(`${base}${pathname.replace(/^\/+/, '')}${search}`)
    }
    return isInside(folder, path.slice(base.length)) ? next() : context.notFound()
  })
  app.use('*', cacheByName)
  app.use('*', serveStatic({ root: folder, rewriteRequestPath: path => path.slice(base.length - 1) }))
  return app
}
