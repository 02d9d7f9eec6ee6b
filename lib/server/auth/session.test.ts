import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { sessionToken } from './session'

let app: TestServer
let sealed: string

beforeAll(async () => {
  app = await startTestServer()
  sealed = await encode({ token: { token: 'the-keystone-token' }, secret: app.services.config.sessionSecret })
})
afterAll(() => app.stop())

function request(method: string, headers: Record<string, string>) {
  return new Request('http://cloud.example/v2/images', { method, headers: { host: 'cloud.example', ...headers } })
}

const whole = () => `theme=dark; next-auth.session-token=${sealed}`

describe('the session cookie', () => {
  it.each(['next-auth.session-token', '__Secure-next-auth.session-token'])('%s holds the token', async (name) => {
    expect(await sessionToken(request('GET', { cookie: `${name}=${sealed}` }))).toBe('the-keystone-token')
  })

  it('is put together from its parts', async () => {
    const [head, tail] = [sealed.slice(0, 50), sealed.slice(50)]
    const cookie = `next-auth.session-token.1=${tail}; next-auth.session-token.0=${head}`
    expect(await sessionToken(request('GET', { cookie }))).toBe('the-keystone-token')
  })

  it.each(['', 'theme=dark', 'next-auth.session-token=forged.by.somebody'])('is nobody’s when it reads "%s"', async (cookie) => {
    expect(await sessionToken(request('GET', { cookie }))).toBeNull()
  })
})

describe('a change by cookie', () => {
  it.each<Record<string, string>>([{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://cloud.example' }])(
    'from the dashboard passes: %j',
    async (from) => {
      expect(await sessionToken(request('DELETE', { cookie: whole(), ...from }))).toBe('the-keystone-token')
    },
  )

  it.each<Record<string, string>>([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://cloud.example' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
  ])('from elsewhere is forbidden: %j', async (from) => {
    await expect(sessionToken(request('DELETE', { cookie: whole(), ...from }))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
