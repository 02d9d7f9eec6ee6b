import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '@/testing/test-server'

describe('version discovery', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())
  const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, { redirect: 'manual', ...init })

  it.each(['/identity', '/identity/'])('300 at %s', async (path) => {
    const response = await get(path)
    const href = `${server.url}/identity/v3/`
    expect(response.status).toBe(300)
    expect(response.headers.get('location')).toBe(href)
    expect(await response.json()).toMatchObject({ versions: { values: [{ status: 'stable', links: [{ rel: 'self', href }] }] } })
  })
  it.each(['/identity/v3', '/identity/v3/'])('200 at %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ version: { id: expect.stringMatching(/^v3\./), status: 'stable' } })
  })
  it('404 at /identity/v2.0, in Keystone’s words', async () => {
    const response = await get('/identity/v2.0')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 404, title: 'Not Found' } })
  })
  it('405 with what is allowed', async () => {
    const response = await get('/identity/v3', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  })
})

describe('with a Keystone of the cloud’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-keystone-'))
  const file = join(folder, 'glance-api.conf')
  let server: TestServer
  beforeAll(async () => {
    writeFileSync(file, '[keystone_authtoken]\nauth_url = http://127.0.0.1:9/identity\nusername = glance\npassword = secret\n')
    server = await startTestServer({}, ['--config-file', file])
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  it('makes no identity', () => expect(server.services.identity).toBeNull())
  it.each(['/identity', '/identity/v3', '/identity/v3/users', '/identity/v3/auth/tokens'])('404 at %s', async (path) =>
    expect((await fetch(`${server.url}${path}`)).status).toBe(404),
  )
})
