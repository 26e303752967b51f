import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends a request to this machine with any headers, as a page elsewhere cannot but a forger can. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Reply | 'upgraded' | 'closed'> {
  return new Promise(resolve => {
    const asked = request({ host: 'localhost', port, method, path, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    asked.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve('upgraded')
    })
    asked.on('error', () => resolve('closed'))
    asked.end(body)
  })
}
