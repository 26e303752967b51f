import { describe, expect, it } from 'vitest'

import { refusal } from '../../setup/own-page-only'

const host = 'localhost:3030'
const own = `http://${host}`
const ask = (headers: Record<string, string>, url = '/', method = 'GET') =>
  refusal({ headers: { host, ...headers }, url, method }, 3030)

describe('what the author’s server answers', () => {
  it.each([
    ['an address that was typed in', { 'sec-fetch-site': 'none' }],
    ['a request without any of these headers, as a command line makes it', {}],
    ['a request of its own page', { 'sec-fetch-site': 'same-origin', 'origin': own, 'referer': `${own}/3` }],
    ['a request of its own page in an older browser', { origin: own, referer: `${own}/3` }],
    ['127.0.0.1', { host: '127.0.0.1:3030', origin: 'http://127.0.0.1:3030' }],
    ['[::1]', { host: '[::1]:3030', origin: 'http://[::1]:3030' }],
  ])('%s', (_, headers) => {
    expect(ask(headers)).toBeUndefined()
  })

  it.each([
    ['POST', '/__slidev/slides/2.json'],
    ['GET', '/__open-in-editor?file=slides.md'],
  ])('its own page, for %s %s', (method, url) => {
    expect(ask({ 'sec-fetch-site': 'same-origin' }, url, method)).toBeUndefined()
    expect(ask({ origin: own }, url, method)).toBeUndefined()
    expect(ask({ referer: `${own}/2` }, url, method)).toBeUndefined()
  })
})

describe('what the author’s server refuses', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', 'origin': 'https://example.com' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'origin': 'http://localhost:4000' }],
    ['another origin, in a browser that names no site', { origin: 'http://localhost:4000' }],
    ['a page without an origin', { origin: 'null' }],
    ['an origin that begins as its own', { origin: `${own}1` }],
    ['another name of this machine', { origin: 'http://127.0.0.1:3030' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
    ['an older browser that is on another site', { referer: 'https://example.com/' }],
    ['a referer that begins as its own', { referer: `${own}0/` }],
    ['a name that points at this machine', { host: 'example.com:3030' }],
    ['a name that points at this machine, from its own page', { host: 'a.com:3030', origin: 'http://a.com:3030' }],
    ['another port in the name', { host: 'localhost:1' }],
    ['no name', { host: '' }],
  ])('%s', (_, headers) => {
    for (const url of ['/', '/__slidev/slides/1.json', '/@vite/client']) expect(ask(headers, url), url).toBeDefined()
  })

  it.each([
    ['POST', '/__slidev/slides/2.json'],
    ['PUT', '/anything'],
    ['GET', '/__open-in-editor?file=slides.md'],
    ['GET', '/%5f_open-in-editor?file=slides.md'],
    ['GET', '//__open-in-editor?file=slides.md'],
    ['GET', '/__Open-In-Editor?file=slides.md'],
    ['GET', 'http://localhost:3030/__open-in-editor?file=slides.md'],
  ])('%s %s without a proof that its own page asks', (method, url) => {
    expect(ask({}, url, method)).toBeDefined()
    expect(ask({ 'sec-fetch-site': 'none' }, url, method)).toBeDefined()
  })

  it('agents, on whatever page they are', () => {
    for (const url of ['/__mcp', '/__mcp/', '/__mcp?a=1', '/%5F_mcp', '/__MCP', `${own}/__mcp`])
      expect(ask({ 'sec-fetch-site': 'same-origin', 'origin': own }, url, 'POST'), url).toBeDefined()
  })
})
