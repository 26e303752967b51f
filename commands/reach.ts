import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { createSecureContext } from 'node:tls'

import { UserError } from '../model/user-error'
import type { Certificate } from '../room/http-server'
import type { Reach } from '../room/origins'

/** The flags that say who can reach a presentation. */
export const reachFlags = {
  'lan': {
    type: 'boolean',
    about: 'open the room to phones on this network; without it only this machine can reach it',
  },
  'host': { type: 'string', example: '192.168.1.5', about: 'with --lan: which of this machine’s addresses phones use' },
  'cert': { type: 'string', example: 'cert.pem', about: 'with --lan: a certificate for HTTPS, with its --key' },
  'key': { type: 'string', example: 'key.pem', about: 'the key of --cert' },
  'public-url': {
    type: 'string',
    example: 'https://example.org/room/',
    about: 'where a reverse proxy serves it; it listens on this machine alone then',
  },
} as const

export interface ReachValues {
  'lan'?: boolean
  'host'?: string
  'cert'?: string
  'key'?: string
  'public-url'?: string
}

/** Where a server listens, and how browsers reach it. */
export interface Reached extends Reach {
  /** Whether only this machine can reach it. */
  isLocal: boolean
  /** What to listen on. */
  host: string
  certificate?: Certificate
  /** How phones reach it, once the port is known. */
  originFor: (port: number) => string
}

const LOOPBACK = '127.0.0.1'
/** As it stands in an address between scheme and port. */
const HOST = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i

/**
 * Reads who may reach a presentation.
 * @param addresses of this machine in its networks, by the name of the network
 * @throws UserError when flags contradict each other, or when it has to be said which address is meant
 */
export function readReach(values: ReachValues, addresses = ownAddresses()): Reached {
  const { lan = false, host, cert, key } = values
  const publicUrl = readPublicUrl(values['public-url'])
  if (lan && publicUrl)
    throw new UserError('Expected --lan or --public-url, found both.', 'behind a reverse proxy, leave --lan out.')
  for (const [name, value] of Object.entries({ host, cert, key }))
    if (value !== undefined && !lan) throw new UserError(`--${name} means something with --lan alone.`, 'add --lan.')
  if (host !== undefined && !HOST.test(host))
    throw new UserError(
      `Expected --host as an address or a name of this machine alone, found "${host}".`,
      'for example --host 192.168.1.5',
    )
  if ((cert === undefined) !== (key === undefined))
    throw new UserError('Expected --cert and --key together, found one of them.', 'name both files.')
  if (publicUrl) return { hosts: [], publicUrl, isLocal: false, host: LOOPBACK, originFor: () => publicUrl.origin }
  if (!lan) return { hosts: [], isLocal: true, host: LOOPBACK, originFor: port => `http://${LOOPBACK}:${port}` }
  const address = host ?? onlyAddress(addresses)
  const certificate = cert !== undefined && key !== undefined ? readCertificate(cert, key) : undefined
  const scheme = certificate ? 'https' : 'http'
  return {
    hosts: [address],
    secure: certificate !== undefined,
    ...(certificate && { certificate }),
    isLocal: false,
    // A name, as one that a certificate is for, is not what a machine listens on.
    host: '0.0.0.0',
    originFor: port => `${scheme}://${address}:${port}`,
  }
}

function onlyAddress(addresses: Record<string, string>): string {
  const found = Object.entries(addresses)
  if (found.length === 0)
    throw new UserError(
      'This machine is in no network that phones could reach it by.',
      'join the Wi-Fi, or open a hotspot on a phone and join that; then start again.',
    )
  if (found.length > 1)
    throw new UserError(
      `This machine is in several networks:\n${found.map(([name, address]) => `    ${address}  (${name})`).join('\n')}`,
      `name the one that the phones are in, such as --host ${found[0]![1]}`,
    )
  return found[0]![1]
}

/** Addresses that others in a network can reach, by the name of the network; what containers use is left out. */
function ownAddresses(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(networkInterfaces()).flatMap(([name, interfaces = []]) => {
      const found = interfaces.find(
        ({ family, internal, address }) => family === 'IPv4' && !internal && !/^169\.254\./.test(address),
      )
      return found && !/^(?:docker|br-|veth|virbr|vmnet|vboxnet)/.test(name) ? [[name, found.address]] : []
    }),
  )
}

function readPublicUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new UserError(
      `Expected --public-url as a whole address, found "${text}".`,
      'for example --public-url https://example.org/room/',
    )
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

function readCertificate(cert: string, key: string): Certificate {
  const certificate = { cert: readPem('cert', cert), key: readPem('key', key) }
  try {
    createSecureContext(certificate)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UserError(
      `${cert} and ${key} are no certificate with its key (${code ?? message}).`,
      'name a certificate and the key that was made with it, both as PEM and without a password.',
    )
  }
  return certificate
}

function readPem(flag: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new UserError(`--${flag} names ${file}, which cannot be read.`, 'name the file with its whole path.')
  }
}
