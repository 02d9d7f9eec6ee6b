import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentityClient, type IdentityClient, type Person } from '@/testing/identity-client'
import { startTestServer, type TestServer } from '@/testing/test-server'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-lock-out-'))
let server: TestServer
let identity: IdentityClient
let admin: Person

beforeAll(async () => {
  const file = join(folder, 'glance-api.conf')
  const cache = '[keystone_authtoken]\ntoken_cache_time = -1\n'
  writeFileSync(file, `${cache}[security_compliance]\nlockout_failure_attempts = 2\nlockout_duration = 30\n`)
  server = await startTestServer({}, ['--config-file', file])
  identity = createIdentityClient(server)
  admin = await identity.administrator()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const statuses = async (name: string) => {
  const tried: number[] = []
  for (let i = 0; i < 3; i += 1) tried.push((await identity.logIn(name, 'wrong')).status)
  return tried
}

describe('too many failed log-ins', () => {
  it('429 with the time to wait, for the right password too', async () => {
    await identity.person(admin, 'alice')
    expect(await statuses('alice')).toEqual([401, 401, 429])
    const { status, headers, body } = await identity.logIn('alice', 'alice-password')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(body.error).toMatchObject({ code: 429, title: 'Too Many Requests' })
    expect(body.error.message).toContain('too many failed log-ins')
  })
  it('count together, however the account is written', async () => {
    const { id } = await identity.person(admin, 'bob')
    await identity.logIn('bob', 'wrong')
    const byId = { methods: ['password'], password: { user: { id, password: 'wrong' } } }
    await identity.call('POST', '/auth/tokens', { body: { auth: { identity: byId } } })
    expect((await identity.logIn('bob', 'bob-password')).status).toBe(429)
  })
  it('429 for a name that nobody has, all the same', async () => expect(await statuses('nobody')).toEqual([401, 401, 429]))
  it('429 for changing a password too', async () => {
    const { id } = await identity.person(admin, 'carol')
    const body = { user: { original_password: 'wrong', password: 'new' } }
    const change = async () => (await identity.call('POST', `/users/${id}/password`, { body })).status
    expect([await change(), await change(), await change()]).toEqual([401, 401, 429])
  })
  it('close the address, but not for the service itself', async () => {
    for (let i = 0; i < 20; i += 1) await identity.logIn(`guess-${i}`, 'wrong')
    expect((await identity.logIn('admin', 'test-admin-password')).status).toBe(429)
    expect((await identity.logIn('glance', 'wrong')).status).toBe(429)
    const users = (await identity.call('GET', '/users?name=glance', { token: admin.token })).body.users
    await server.services.identity?.tokens.revokeOfUser(users[0].id)
    expect(await server.services.tokens.identify(admin.token)).toMatchObject({ userName: 'admin' })
  })
})
