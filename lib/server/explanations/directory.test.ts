import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '@/lib/contract/explanation'
import { keystoneMissing } from '@/testing/keystone-server'
import { type ServiceWithKeystone, startServiceWithKeystone } from '@/testing/service-with-keystone'

describe.skipIf(keystoneMissing)(`what others may do, by a real Keystone ${keystoneMissing ?? ''}`, () => {
  let service: ServiceWithKeystone
  beforeAll(async () => {
    service = await startServiceWithKeystone()
  })
  afterAll(() => service?.stop())

  const ask = async (as: unknown, asker: 'admin' | 'member' = 'admin') =>
    fetch(`${service.app.url}/api/explain`, {
      method: 'POST',
      headers: { 'x-auth-token': await service.keystone.token(asker), 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'add_image', as }),
    })

  it('knows the roles that a user has in a project, with the implied ones', async () => {
    const member = (await (await ask({ user: 'member', project: 'demo' })).json()) as Explanation
    expect(member).toMatchObject({ allowed: true, user: { name: 'member' }, project: { name: 'demo' } })
    expect(member.roles.toSorted()).toEqual(['member', 'reader'])
    const reader = (await (await ask({ user: 'reader', project: 'demo', domain_id: 'default' })).json()) as Explanation
    expect(reader).toMatchObject({ allowed: false, roles: ['reader'], ways: [{ needs: [{ value: 'member' }] }, {}, {}] })
  })
  it('400 for whom it does not know, 403 for whoever is no administrator', async () => {
    expect((await ask({ user: 'nobody' })).status).toBe(400)
    expect((await ask({ user: 'reader' }, 'member')).status).toBe(403)
  })
  it('503 while Keystone cannot be asked', async () => {
    const token = await service.keystone.token('admin')
    const headers = { 'x-auth-token': token, 'content-type': 'application/json' }
    const body = JSON.stringify({ action: 'add_image', as: { user: 'member' } })
    expect((await fetch(`${service.app.url}/api/explain`, { method: 'POST', headers, body })).status).toBe(200)
    await service.keystone.kill()
    expect((await fetch(`${service.app.url}/api/explain`, { method: 'POST', headers, body })).status).toBe(503)
  })
})
