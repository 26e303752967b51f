import type { Context, MiddlewareHandler } from 'hono'

import { NOT_OURS } from './own-host'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** How browsers reach a server. */
export interface Reach {
  /** Names and addresses besides those of this machine itself, such as 192.168.1.5. */
  hosts: readonly string[]
  /** Where a reverse proxy serves it, with a slash at the end. */
  publicUrl?: URL
  /** Whether the server itself speaks HTTPS. */
  secure?: boolean
}

/** What a Host header names: `127.0.0.1:3030` is 127.0.0.1 and 3030. */
export function hostOf(context: Context): { name: string; port?: string } {
  const [, name = '', port] = /^(\[[0-9a-f:]+\]|[^\s:@/]+)(?::(\d+))?$/i.exec(context.req.header('host') ?? '') ?? []
  return { name: name.toLowerCase(), ...(port && { port }) }
}

/**
 * Answers under the server's own names alone: under another one, a page elsewhere points its own domain at this
 * machine. Loopback has one name, so that windows share what is stored under it; but a reverse proxy may ask by
 * any of its names, and would send its own visitors to their own machine.
 */
export function ownNamesOnly({ hosts, publicUrl, secure }: Reach): MiddlewareHandler {
  const known = [...hosts, ...(publicUrl ? [publicUrl.hostname] : [])].map(host => host.toLowerCase())
  return async (context, next) => {
    const { name, port } = hostOf(context)
    if (name === '127.0.0.1' || known.includes(name)) return next()
    if (!LOOPBACK.includes(name)) return context.text(NOT_OURS, 403)
    if (publicUrl) return next()
    const { pathname, search } = new URL(context.req.url)
    return context.redirect(`${secure ? 'https' : 'http'}://127.0.0.1${port ? `:${port}` : ''}${pathname}${search}`)
  }
}

/** Whether a request that changes something comes from a page of this server: browsers name the page's origin. */
export function isOwnOrigin(context: Context, { publicUrl, secure }: Reach): boolean {
  const origin = context.req.header('origin')
  const own = `${secure ? 'https' : 'http'}://${context.req.header('host')?.toLowerCase()}`
  return origin !== undefined && (origin.toLowerCase() === own || origin.toLowerCase() === publicUrl?.origin)
}

/** Whether the browser reaches the server by HTTPS, so that a cookie may be kept from plain HTTP. */
export const isSecure = ({ publicUrl, secure }: Reach) => secure === true || publicUrl?.protocol === 'https:'

/** The path that a proxy serves it under, with a slash at both ends. */
export const baseOf = ({ publicUrl }: Reach) => publicUrl?.pathname ?? '/'
