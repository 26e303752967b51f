import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Run by a page before all its other scripts: collects what Playwright reports of the other engines. */
export const PROBE = `window.probed = []
addEventListener('error', ({ message, target }) =>
  probed.push('error: ' + (message || target.src || target.href)), true)
addEventListener('unhandledrejection', ({ reason }) => probed.push('error: ' + reason))
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  probed.push('policy: ' + violatedDirective + ' ' + blockedURI))
for (const [method, type] of [['error', 'error'], ['warn', 'warning'], ['assert', 'assert']]) {
  const original = console[method]
  console[method] = (...words) => {
    if (method !== 'assert' || !words[0]) probed.push('console ' + type + ': ' + words.join(' '))
    original.apply(console, words)
  }
}`

export interface ProbingProxy {
  origin: string
  close: () => void
}

/**
 * Stands before a server and begins each page that is opened with the probe. A worker's own requests get pages as they
 * are: it keeps none that was changed on its way.
 * @param origin of the server; when it is stopped, the proxy's connections break off too
 * @param report called with every response of 400 and above
 */
export async function probingProxy(origin: string, report: (trouble: string) => void): Promise<ProbingProxy> {
  const { hostname, port, host } = new URL(origin)
  const server = createServer((asked, answer) => {
    if (asked.url === '/probe.js') {
      answer.writeHead(200, { 'content-type': 'text/javascript' }).end(PROBE)
      return
    }
    const { 'if-none-match': _etag, 'if-modified-since': _date, ...rest } = asked.headers
    // The server knows its pages by its own address.
    const named = asked.headers.origin === `http://${asked.headers.host}` && { origin }
    const headers = { ...rest, ...named, host, 'accept-encoding': 'identity' }
    const forwarded = request({ hostname, port, path: asked.url, method: asked.method, headers }, async got => {
      if (got.statusCode! >= 400) report(`${got.statusCode}: ${origin}${asked.url}`)
      if (asked.headers['sec-fetch-mode'] !== 'navigate' || !got.headers['content-type']?.startsWith('text/html')) {
        answer.writeHead(got.statusCode!, got.headers)
        got.pipe(answer)
        return
      }
      let html = ''
      for await (const part of got.setEncoding('utf8')) html += part
      const { 'content-length': _length, ...others } = got.headers
      answer.writeHead(got.statusCode!, others).end(html.replace('<head>', '<head><script src="/probe.js"></script>'))
    })
    forwarded.once('error', () => asked.socket.destroy())
    // A stream ends with the page that listens.
    answer.once('close', () => forwarded.destroy())
    asked.pipe(forwarded)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
