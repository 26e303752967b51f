import type { MiddlewareHandler } from 'hono'

/** Files under assets/ carry a hash of their content in their name, so that browsers can keep them for ever. */
export const cacheByName: MiddlewareHandler = async (context, next) => {
  await next()
  const isHashed = context.res.ok && context.req.path.includes('/assets/')
  context.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
