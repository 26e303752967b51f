import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Connect, Plugin } from 'vite'

type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'url'>

const NAMES = ['localhost', '127.0.0.1', '[::1]']
/** A GET that opens a program. */
const EDITOR = /^\/__open-in-editor\b/i
/** Agents would edit the slides here, without a password. */
const MCP = /^\/__mcp\b/i

/**
 * Why the author's server refuses a request: undefined for its own pages, and for addresses that were typed in.
 * Slidev's endpoints hand out notes and rewrite files without a password, and every page that is open in the author's
 * browser can reach them, on whatever site or port it is.
 * @param port that the server listens on
 */
export function refusal({ headers, method = 'GET', url = '/' }: Asked, port: number): string | undefined {
  const { host = '', origin, referer, 'sec-fetch-site': site } = headers
  if (!NAMES.some(name => host === `${name}:${port}` || (port === 80 && host === name)))
    return 'This server answers to the name of this machine alone.'
  const own = `http://${host}`
  const isOwn = site === 'same-origin' || origin === own || (referer ?? '').startsWith(`${own}/`)
  // Older browsers name no site; then the page that asks may stand in Referer.
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== own) ||
    (site === undefined && referer !== undefined && !referer.startsWith(`${own}/`))
  if (isForeign) return 'This server answers its own pages alone. Type its address into the browser yourself.'
  const path = pathOf(url)
  if (MCP.test(path)) return 'This server has no place for agents.'
  // What changes a file or opens a program has to prove that it comes from the page itself.
  const reads = ['GET', 'HEAD'].includes(method) && !EDITOR.test(path)
  if (!reads && !isOwn) return 'This server takes changes from its own pages alone.'
  return undefined
}

/** For `npm run dev`: the server refuses what other pages ask of it, and outlives what it cannot read. */
export function ownPageOnly(): Plugin {
  return {
    name: 'workshop-own-page-only',
    apply: 'serve',
    enforce: 'pre',
    config: () => ({ server: { cors: false, allowedHosts: [] } }),
    configureServer(server) {
      // First of all: Vite's own handlers are in the chain already.
      server.middlewares.stack.unshift({ route: '', handle: guard })
      server.httpServer?.prependListener('upgrade', (request: IncomingMessage) => {
        // The handlers after this one find a closed socket, and pass it over.
        if (refusal(request, portOf(request))) request.socket.destroy()
      })
      return () => server.middlewares.stack.forEach(outliveRejections)
    },
  }
}

function guard(request: Connect.IncomingMessage, response: ServerResponse, next: Connect.NextFunction) {
  const why = refusal(request, portOf(request))
  if (why === undefined) next()
  else refuse(response, 403, why)
}

/** Node ends a process at an unhandled rejection, such as that of Slidev's handlers for a body that is no JSON. */
function outliveRejections(layer: Connect.ServerStackItem) {
  const handle = layer.handle as (...given: unknown[]) => unknown
  // Four parameters are how Connect tells handlers of errors.
  if (handle.length > 3) return
  layer.handle = (request: Connect.IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
    const done = handle(request, response, next)
    if (done instanceof Promise)
      done.catch((error: Error) => {
        if (response.headersSent) response.end()
        else refuse(response, error instanceof SyntaxError ? 400 : 500, error.message)
      })
  }
}

function refuse(response: ServerResponse, status: number, why: string) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(why)
}

const portOf = ({ socket }: IncomingMessage) => socket.localPort ?? 0

/**
 * As Connect and Slidev will read it: percent-encoded and doubled slashes name the same path, and so does a whole
 * address, as proxies are asked.
 */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0]!.replace(/^[a-z]+:\/\/[^/]*/i, '')).replace(/^\/+/, '/')
  } catch {
    return url
  }
}
