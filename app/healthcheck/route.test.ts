import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { startTestServer, type TestServer } from '@/testing/test-server'

describe.each([false, true])('/healthcheck with detailed = %s', (detailed) => {
  let server: TestServer
  let config: string
  let switchFile: string
  beforeAll(async () => {
    config = writeConfig(`[healthcheck]\ndisable_by_file_path = {folder}/off\ndetailed = ${detailed}\n`)
    switchFile = join(dirname(config), 'off')
    server = await startTestServer({}, ['--config-file', config])
  })
  afterEach(() => rmSync(switchFile, { force: true }))
  afterAll(async () => {
    await server?.stop()
    removeConfig(config)
  })

  const get = (accept = '*/*', method = 'GET') => fetch(`${server.url}/healthcheck`, { method, headers: { accept } })
  const disable = () => writeFileSync(switchFile, '')

  it('200 OK as text', async () => {
    const response = await get()
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'text/plain', 'OK'])
  })
  it('200 as JSON', async () => {
    const response = await get('application/json')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    const body = (await response.json()) as Record<string, unknown>
    if (detailed) expect(body).toMatchObject({ detailed, reasons: [{ reason: 'OK' }], memory_bytes: expect.any(Number) })
    else expect(body).toEqual({ detailed, reasons: ['OK'] })
  })
  it('200 as HTML', async () => {
    const response = await get('text/html')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
    const text = await response.text()
    expect(text).toContain('<h1>OK</h1>')
    expect(text.includes('memory_bytes')).toBe(detailed)
  })
  it('204 for HEAD', async () => expect((await get('*/*', 'HEAD')).status).toBe(204))
  it('405 for other methods', async () => expect((await get('*/*', 'POST')).status).toBe(405))
  it('503 while the file is there', async () => {
    disable()
    const response = await get()
    expect([response.status, await response.text()]).toEqual([503, 'DISABLED BY FILE'])
    expect((await get('application/json')).status).toBe(503)
    expect((await get('*/*', 'HEAD')).status).toBe(503)
  })
})

describe.each([
  ['a network with the caller', 'allowed_source_ranges = 10.0.0.0/8,127.0.0.0/8', {}, 200],
  ['other networks', 'allowed_source_ranges = 10.0.0.0/8,2001:db8::/32', {}, 403],
  ['a proxy that is trusted, from outside', 'allowed_source_ranges = 10.0.0.0/8', { 'x-forwarded-for': '10.1.2.3' }, 200],
  ['a proxy that may not ask', 'ignore_proxied_requests = true', { 'x-forwarded-for': '10.1.2.3' }, 403],
  ['no proxy where none may ask', 'ignore_proxied_requests = true', {}, 200],
] as const)('/healthcheck asked from %s', (_, options, headers, status) => {
  it(`${status}`, async () => {
    const trusting = '[oslo_middleware]\nenable_proxy_headers_parsing = true\n'
    const config = writeConfig(`${trusting}[healthcheck]\n${options}\n`)
    const server = await startTestServer({}, ['--config-file', config])
    try {
      expect((await fetch(`${server.url}/healthcheck`, { headers })).status).toBe(status)
    } finally {
      await server.stop()
      removeConfig(config)
    }
  })
})

it('asks for the file of its own port only', async () => {
  const config = writeConfig(
    '[healthcheck]\nbackends = disable_by_files_ports\ndisable_by_file_paths = 0:{folder}/off,1:{folder}/other\n',
  )
  const server = await startTestServer({}, ['--config-file', config])
  const status = async () => (await fetch(`${server.url}/healthcheck`)).status
  try {
    writeFileSync(join(dirname(config), 'other'), '')
    expect(await status()).toBe(200)
    writeFileSync(join(dirname(config), 'off'), '')
    expect(await status()).toBe(503)
  } finally {
    await server.stop()
    removeConfig(config)
  }
})
