import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '@/lib/contract/problem'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { createGateway, type Gateway } from './gateway'
import { json, noContent } from './http/answers'
import { bodyStream } from './http/body'
import { openEndpoint } from './http/endpoint'
import { listen, ownAddress } from './listen'

let app: TestServer
let gateway: Gateway
let url: string
let beginSlow: () => void = () => undefined
let finishSlow: () => void = () => undefined

beforeAll(async () => {
  const file = join(tmpdir(), `vitrine-gateway-${process.pid}.conf`)
  writeFileSync(file, '[vitrine]\nheaders_timeout = 1\n[oslo_middleware]\nenable_proxy_headers_parsing = true\n')
  app = await startTestServer({}, ['--config-file', file])
  gateway = createGateway({
    pageRoots: ['images'],
    pages: async (_, answer) => void answer.writeHead(200).end('page'),
    routes: {
      '/v2/bytes': {
        PUT: openEndpoint({ bytes: true }, async ({ request }) => {
          if (request.headers.get('x-refuse')) throw new Problem('conflict', 'refused before the first byte')
          let size = 0
          for await (const chunk of bodyStream(request)) size += chunk.length
          return json({ size })
        }),
      },
      '/v2/slow': {
        GET: openEndpoint({}, async () => {
          await new Promise<void>((resolve) => {
            finishSlow = resolve
            beginSlow()
          })
          return noContent()
        }),
      },
    },
  })
  await listen(gateway.server, { bind_host: '127.0.0.1', bind_port: 0, backlog: 10 })
  url = ownAddress(gateway.server)
})
afterAll(async () => {
  await gateway.stop(0)
  await app.stop()
})

async function open(head: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(head)
  return socket
}

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

describe('discovery', () => {
  it.each([
    ['/', 300],
    ['/versions', 200],
    ['/v1/images', 300],
    ['/foo', 300],
    ['/v2.99/images', 300],
    ['/v2/', 401],
    ['/v2/nothing', 401],
    ['/healthcheck', 200],
  ])('GET %s is %i', async (path, status) => {
    expect((await fetch(app.url + path)).status).toBe(status)
  })

  it('names one current version and links that end in /v2/', async () => {
    const { versions } = await (await fetch(`${app.url}/versions`)).json()
    expect(versions.filter((version: { status: string }) => version.status === 'CURRENT')).toHaveLength(1)
    expect(versions[0].links[0].href).toBe(`${app.url}/v2/`)
  })

  it('sends a browser to the dashboard', async () => {
    const answer = await fetch(app.url, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/images'])
  })

  it('redirects /v2', async () => {
    const answer = await fetch(`${app.url}/v2`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${app.url}/v2/`])
  })
})

describe('a page', () => {
  it('runs its own scripts only, and is framed by nobody', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(`${url}/images`)).headers.get('content-security-policy') ?? ''),
    )
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
      expect(policy).toContain("frame-ancestors 'none'")
    }
    expect(policies[0]).not.toBe(policies[1])
  })
  it('asks for TLS only where the client came by it', async () => {
    const transport = async (headers: HeadersInit) =>
      (await fetch(`${url}/images`, { headers })).headers.get('strict-transport-security')
    expect(await transport({})).toBeNull()
    expect(await transport({ 'x-forwarded-proto': 'https' })).toBe('max-age=31536000')
  })
})

describe('an answer of the APIs', () => {
  const get = (path: string, headers: HeadersInit = {}) => fetch(app.url + path, { headers })

  it.each(['/', '/v2/images', '/v2/nothing', '/healthcheck', '/identity/v3', '/api/services', '/uploads/x', '/api/nothing'])(
    'of %s is taken for what it says',
    async (path) => expect((await get(path)).headers.get('x-content-type-options')).toBe('nosniff'),
  )
  it('loads nothing where it is HTML', async () => {
    for (const path of ['/v2/images', '/uploads/x']) {
      const { headers } = await get(path, { accept: 'text/html' })
      expect(headers.get('content-type')).toContain('text/html')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    }
    expect((await get('/v2/images', { accept: 'application/json' })).headers.get('content-security-policy')).toBeNull()
  })
  it('is kept by nobody where it is the dashboard’s own', async () => {
    expect((await get('/api/services')).headers.get('cache-control')).toBe('no-store')
    expect((await get('/v2/images')).headers.get('cache-control')).toBeNull()
  })
  it('asks for TLS only where the client came by it', async () => {
    const transport = async (headers: HeadersInit) => (await get('/v2/images', headers)).headers.get('strict-transport-security')
    expect(await transport({})).toBeNull()
    expect(await transport({ 'x-forwarded-proto': 'https' })).toBe('max-age=31536000')
  })
})

describe('what is no request of ours', () => {
  it.each([
    ['a method that nobody knows', 'FOO /v2/images HTTP/1.1\r\nHost: x\r\n\r\n', 501],
    ['a method in small letters', 'get /v2/images HTTP/1.1\r\nHost: x\r\n\r\n', 501],
    ['another protocol', 'GET /v2/images SPDY/9\r\n\r\n', 400],
    ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
  ])('%s is told why', async (_, head, status) => {
    const answer = await readAll(await open(head))
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\r\nConnection: close\r\n[^]*\r\n\r\n${status} \\w+`))
  })
})

describe('a 401', () => {
  it('names Keystone and carries no request id', async () => {
    const answer = await fetch(`${app.url}/v2/images`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe(`Keystone uri="${app.services.identityUri}"`)
    expect(answer.headers.get('x-openstack-request-id')).toBeNull()
  })

  it('names the embedded identity where the client has found the service, behind a proxy too', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'image.example' }
    const answer = await fetch(`${app.url}/v2/images`, { headers })
    expect(answer.headers.get('www-authenticate')).toBe('Keystone uri="https://image.example/identity"')
  })

  it.each([
    ['application/json', 'application/json', /^\{"message":".*","code":"401 Unauthorized","title":"Unauthorized"\}$/],
    ['*/*', 'text/html; charset=UTF-8', /<h1>401 Unauthorized<\/h1>\n/],
    ['text/plain', 'text/plain; charset=UTF-8', /^401 Unauthorized\n\n/],
    ['text/*', 'text/html; charset=UTF-8', /<h1>/],
    ['image/png', 'text/html; charset=UTF-8', /<h1>/],
    ['application/json;q=0, */*', 'text/html; charset=UTF-8', /<h1>/],
    ['text/html;q=0, */*', 'text/plain; charset=UTF-8', /^401 /],
    ['text/plain;q=0.5, application/json', 'application/json', /^\{/],
    ['application/json;q=0.1, text/html', 'text/html; charset=UTF-8', /<h1>/],
  ])('answers Accept: %s with %s', async (accept, type, body) => {
    const answer = await fetch(`${app.url}/v2/images`, { headers: { accept } })
    expect(answer.headers.get('content-type')).toBe(type)
    expect(await answer.text()).toMatch(body)
  })
})

describe('bytes', () => {
  it('a client that waits for 100 Continue sends nothing when it is refused', async () => {
    const socket = await open(
      'PUT /v2/bytes HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nX-Refuse: 1\r\nContent-Length: 9\r\n\r\n',
    )
    const answer = await readAll(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 409 Conflict/)
    expect(answer).toMatch(/connection: close/i)
    expect(answer).not.toContain('100 Continue')
  })

  it('and is let on when it is welcome', async () => {
    const socket = await open(
      'PUT /v2/bytes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n',
    )
    const [first] = await once(socket, 'data')
    expect(String(first)).toMatch(/^HTTP\/1\.1 100 Continue/)
    socket.write('abcd')
    expect(await readAll(socket)).toContain('{"size":4}')
  })

  it('a client that looks at the answer only when it has sent everything gets it', async () => {
    const size = 8 * 1024 * 1024
    const socket = await open(`PUT /v2/bytes HTTP/1.1\r\nHost: x\r\nX-Refuse: 1\r\nContent-Length: ${size}\r\n\r\n`)
    socket.pause()
    for (let sent = 0; sent < size; sent += 65536) if (!socket.write(Buffer.alloc(65536))) await once(socket, 'drain')
    expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 409 /)
  })

  it('the rest of a refused upload is not waited for', async () => {
    const socket = await open('PUT /v2/bytes HTTP/1.1\r\nHost: x\r\nX-Refuse: 1\r\nContent-Length: 1000000\r\n\r\nabc')
    expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 409 [\s\S]*connection: close/i)
  })
})

describe('slow clients', () => {
  it.each([
    ['no headers at all', ''],
    ['half of its headers', 'GET /v2/bytes HTTP/1.1\r\nHost: x\r\n'],
  ])('one that sends %s is cut', async (_, head) => {
    const socket = await open(head)
    expect(await readAll(socket)).toMatch(/^HTTP\/1.1 408 /)
  })
})

describe('a stop', () => {
  it('lets running requests end and takes no new ones', async () => {
    const begun = new Promise<void>((resolve) => {
      beginSlow = resolve
    })
    const running = fetch(`${url}/v2/slow`)
    await begun
    const stopped = gateway.stop(10_000)
    await expect(fetch(`${url}/`)).rejects.toThrow()
    finishSlow()
    expect((await running).status).toBe(204)
    await stopped
  })
})
