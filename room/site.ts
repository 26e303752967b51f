import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from 'hono'
import { Hono } from 'hono'

import { isInside } from './inside'
import { isOwnHost, NOT_OURS } from './own-host'

/**
 * The path under which a site is served here: the id of its workshop. What a browser keeps of one workshop (its
 * pages, its worker) is then apart from another's that is served on the same port later.
 */
export function baseOf(folder: string): string {
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
  app.get(`${base}slides`, context => context.redirect(`${base}slides/`, 301))
  app.use('*', async (context, next) => {
    const { path } = context.req
    if (!path.startsWith(base)) return context.redirect(`${base}${path.replace(/^\/+/, '')}`)
    return isInside(folder, path.slice(base.length)) ? next() : context.notFound()
  })
  const rewriteRequestPath = (path: string) => path.slice(base.length - 1)
  app.use('*', serveStatic({ root: folder, rewriteRequestPath, onFound: cache }))
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
