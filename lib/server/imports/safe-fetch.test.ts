import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWebServer, type WebServer } from '@/testing/import-api'
import type { HttpFetch } from '../stores/http-fetch'
import { createSafeFetch, type SafeFetchOptions } from './safe-fetch'
import { createUriFilter } from './uri-filter'

const publicAddress = { address: '93.184.216.34', family: 4 }
const loopback = { address: '127.0.0.1', family: 4 }

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterAll(() => web.stop())

/** Knows `mirror` as a host that the operator trusts, and any port. */
function fetcher(options: Partial<SafeFetchOptions> = {}, allowedHosts: readonly string[] = ['127.0.0.1', 'mirror']): HttpFetch {
  const filter = createUriFilter({
    allowed_schemes: ['http', 'https'],
    disallowed_schemes: [],
    allowed_hosts: allowedHosts,
    disallowed_hosts: [],
    allowed_ports: [],
    disallowed_ports: [],
  })
  return createSafeFetch({ filter, resolve: async () => [loopback], timeoutMs: 2000, ...options })
}

async function bodyOf(fetch: HttpFetch, uri = `${web.url}/x`, headers = {}): Promise<string> {
  const answer = await fetch(uri, { method: 'GET', headers })
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const redirectTo = (location: string, status = 302) =>
  web.serve((request, response) => {
    if (request.url === '/x') response.writeHead(status, { location }).end()
    else response.end('the other one')
  })

describe('names', () => {
  it('connects to the address that was checked, whatever the name means a moment later', async () => {
    web.serve((_, response) => response.end('bytes'))
    const meanings = [[loopback], [{ address: '10.0.0.1', family: 4 }]]
    const resolve = async () => meanings.shift() ?? []
    expect(await bodyOf(fetcher({ resolve }), `http://mirror:${web.port}/x`)).toBe('bytes')
    expect(meanings).toHaveLength(1)
  })

  const closed = [
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
  ]
  for (const address of closed)
    it(`refuses a name that means ${address}`, async () => {
      const fetch = fetcher({ resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }] }, [])
      await expect(bodyOf(fetch, `http://rebinding.example:${web.port}/x`)).rejects.toMatchObject({ kind: 'badRequest' })
    })

  it('refuses a name of which one address is closed', async () => {
    const fetch = fetcher({ resolve: async () => [publicAddress, loopback] }, [])
    await expect(bodyOf(fetch, 'http://rebinding.example/x')).rejects.toMatchObject({ kind: 'badRequest' })
  })
  it('refuses a name that means nothing', async () =>
    expect(bodyOf(fetcher({ resolve: async () => [] }, []), 'http://nowhere.example/x')).rejects.toMatchObject({
      kind: 'badRequest',
    }))
  it('says which host cannot be found', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const failed = bodyOf(fetcher({ resolve }, []), 'http://nowhere.example/x')
    await expect(failed).rejects.toMatchObject({ kind: 'storeUnavailable', message: expect.stringContaining('nowhere.example') })
  })
})

describe('redirects', () => {
  for (const status of [301, 302, 303, 307, 308])
    it(`follows a ${status}`, async () => {
      redirectTo('/y', status)
      expect(await bodyOf(fetcher())).toBe('the other one')
    })
  const targets = [
    'http://127.0.0.2/',
    'http://169.254.169.254/latest',
    'http://2130706433/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'http://user@127.0.0.1/',
    '//[::1]/',
    'http://[::ffff:127.0.0.1]/',
  ]
  for (const location of targets)
    it(`does not follow to ${location}`, async () => {
      redirectTo(location)
      await expect(bodyOf(fetcher())).rejects.toMatchObject({ kind: 'badRequest' })
    })
  it('does not follow to a name that means a closed address', async () => {
    redirectTo('http://inner.example/')
    const filter = createUriFilter({
      ...{ allowed_schemes: ['http'], disallowed_schemes: [], allowed_ports: [], disallowed_ports: [], disallowed_hosts: [] },
      allowed_hosts: [],
    })
    const permits = (hostname: string, address: string) => hostname === 'outer.example' || filter.permits(hostname, address)
    const fetch = createSafeFetch({ filter: { ...filter, permits }, resolve: async () => [loopback], timeoutMs: 2000 })
    await expect(bodyOf(fetch, `http://outer.example:${web.port}/x`)).rejects.toMatchObject({
      kind: 'badRequest',
      message: expect.stringContaining('inner.example'),
    })
  })
  it('ends a circle', async () => {
    web.serve((_, response) => response.writeHead(302, { location: '/x' }).end())
    await expect(bodyOf(fetcher())).rejects.toThrow('redirects too often')
  })
  it('does not tell a token to another server', async () => {
    const other = await startWebServer()
    const seen: unknown[] = []
    other.serve((request, response) => {
      seen.push(request.headers['x-auth-token'], request.headers.range)
      response.end()
    })
    redirectTo(`${other.url}/`)
    await bodyOf(fetcher(), `${web.url}/x`, { 'x-auth-token': 'secret', range: 'bytes=0-1' })
    await other.stop()
    expect(seen).toEqual([undefined, 'bytes=0-1'])
  })
})

describe('answers', () => {
  it('asks for plain bytes, and refuses others', async () => {
    const asked: unknown[] = []
    web.serve((request, response) => {
      asked.push(request.headers['accept-encoding'])
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('bytes'))
    })
    await expect(bodyOf(fetcher())).rejects.toThrow('encoded as gzip')
    expect(asked).toEqual(['identity'])
  })
  it('gives up on a server that does not answer', async () => {
    web.serve(() => undefined)
    await expect(bodyOf(fetcher({ timeoutMs: 100 }))).rejects.toMatchObject({ kind: 'storeUnavailable' })
  })
  it('gives up on a server that falls silent', async () => {
    web.serve((_, response) => void response.writeHead(200, { 'content-length': '10' }).write('half'))
    await expect(bodyOf(fetcher({ timeoutMs: 100 }))).rejects.toMatchObject({ kind: 'storeUnavailable' })
  })
  it('does not take half for the whole', async () => {
    web.serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' })
      response.write('half', () => response.destroy())
    })
    await expect(bodyOf(fetcher())).rejects.toMatchObject({ kind: 'storeUnavailable' })
  })
  it('says that nobody listens', async () => {
    const gone = await startWebServer()
    await gone.stop()
    await expect(bodyOf(fetcher(), gone.url)).rejects.toThrow('ECONNREFUSED')
  })
})
