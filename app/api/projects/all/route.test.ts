import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProjectRef } from '@/lib/contract/session'
import { startIdentityApi } from '@/testing/identity-api'

let api: Awaited<ReturnType<typeof startIdentityApi>>
beforeAll(async () => {
  api = await startIdentityApi()
})
afterAll(() => api?.server.stop())

const get = (token?: string) =>
  fetch(`${api.server.url}/api/projects/all`, { headers: token === undefined ? {} : { 'x-auth-token': token } })

describe('GET /api/projects/all', () => {
  it('200 with every enabled project and its domain’s name, for an administrator', async () => {
    const closed = { project: { name: 'closed', enabled: false } }
    await api.identity.as(api.admin, 'POST', '/projects', closed)
    const { projects } = (await (await get(api.admin.token)).json()) as { projects: ProjectRef[] }
    expect(projects.map(({ name }) => name)).toEqual(['admin', 'alice', 'service'])
    expect(projects[1]).toEqual({ id: api.alice.projectId, name: 'alice', domain: 'Default' })
  })
  it('401 without a token', async () => expect((await get()).status).toBe(401))
  it('403 where Keystone lists them not', async () => {
    const refused = await get(api.alice.token)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('only administrators')
  })
})
