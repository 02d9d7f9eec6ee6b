import { afterAll, expect, it } from 'vitest'
import type { AuditList } from '@/lib/contract/audit'
import { startIdentityApi } from '@/testing/identity-api'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const { as } = identity

async function entries(resourceId: string) {
  const answer = await fetch(`${server.url}/api/audit?resource_id=${resourceId}`, { headers: { 'x-auth-token': admin.token } })
  return ((await answer.json()) as AuditList).entries.map(({ operation, status, user, summary }) => [
    operation,
    status,
    user?.name,
    summary,
  ])
}

it('tells who made and changed a user, and never the password', async () => {
  const { body } = await as(admin, 'POST', '/users', { user: { name: 'bob', password: 'a-secret-password' } })
  await as(admin, 'PATCH', `/users/${body.user.id}`, { user: { password: 'another-secret-password' } })
  await as(admin, 'PATCH', `/users/${body.user.id}`, { user: { enabled: false } })
  await as(alice, 'DELETE', `/users/${body.user.id}`)
  const found = await entries(body.user.id)
  expect(found).toEqual([
    ['DELETE /identity/v3/users/{userId}', 403, 'alice', expect.stringContaining('admin')],
    ['PATCH /identity/v3/users/{userId}', 200, 'admin', 'enabled false'],
    ['PATCH /identity/v3/users/{userId}', 200, 'admin', 'changed password'],
    ['POST /identity/v3/users', 201, 'admin', ''],
  ])
  expect(JSON.stringify(found)).not.toContain('secret')
})

it('tells of a grant which role on what', async () => {
  const { body } = await as(admin, 'GET', '/roles?name=reader')
  await as(admin, 'PUT', `/projects/${alice.projectId}/users/${alice.id}/roles/${body.roles[0].id}`)
  expect((await entries(alice.projectId))[0]).toEqual([
    'PUT /identity/v3/projects/{projectId}/users/{userId}/roles/{roleId}',
    204,
    'admin',
    'role reader, user alice, project alice',
  ])
})
