import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}

export interface StaticHost {
  /** What is published; another folder in its place is an update. */
  folder: string
  /** What is wrong with a file: it is not there, or the connection breaks in the middle of it. */
  trouble: (file: string) => 'missing' | 'broken off' | undefined
  /** Whether it takes the .html from every address, as some hosts do. */
  takesEndings: boolean
  /** What the host sends along with every file. */
  headers: Record<string, string>
  /** Every file that was asked for, in order. */
  asked: string[]
  /** The whole address of a file. */
  url: (file: string) => string
  /** Takes the host off the network, with all that is under way. */
  close: () => Promise<void>
}

/**
 * A static host at its plainest: a folder below some path, a type for each file, and no headers, rules or fallbacks.
 */
export async function staticHost(folder: string, base = '/'): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname)
    if (host.takesEndings && path.endsWith('.html')) {
      response.writeHead(308, { location: path.replace(/(?:index)?\.html$/, '') }).end()
      return
    }
    const ending = path.endsWith('/') ? 'index.html' : host.takesEndings && !extname(path) ? '.html' : ''
    const file = path.startsWith(base) ? path.slice(base.length) + ending : ''
    host.asked.push(file)
    const place = join(host.folder, file)
    const trouble = host.trouble(file)
    if (!file || trouble === 'missing' || !existsSync(place) || !statSync(place).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
      return
    }
    const content = readFileSync(place)
    response.writeHead(200, {
      ...host.headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': content.length,
    })
    if (trouble === 'broken off') response.write(content.subarray(0, content.length / 2), () => response.destroy())
    else response.end(content)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const host: StaticHost = {
    folder,
    trouble: () => undefined,
    takesEndings: false,
    headers: {},
    asked: [],
    url: file => `${origin}${base}${file}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return host
}
