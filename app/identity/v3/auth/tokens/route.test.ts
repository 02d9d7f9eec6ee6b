import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '@/testing/test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('smoke', () => {
  it('logs in', async () => {
    const t = Date.now()
    const response = await fetch(`${server.url}/identity/v3/auth/tokens`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ auth: { identity: { methods: ['password'], password: { user: { name: 'admin', domain: { name: 'Default' }, password: 'test-admin-password' } } } } }),
    })
    console.log(response.status, Object.fromEntries(response.headers), JSON.stringify(await response.json(), null, 1), Date.now() - t)
    console.log(await server.services.tokens.identify(response.headers.get('x-subject-token') as string))
    expect(response.status).toBe(201)
  })
})
