import type { Context } from 'hono'

/** Files under assets/ carry a hash of their content in their name, so that browsers can keep them for ever. */
export function cacheByName(path: string, context: Context) {
  context.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}
