import { afterAll, describe, expect, it } from 'vitest'
import { startIdentityApi } from '@/testing/identity-api'
import type { Person } from '@/testing/identity-client'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const { as } = identity
const idOf = async (name: string) => (await as(admin, 'GET', `/projects?name=${name}`)).body.projects[0].id

describe('/v3/projects', () => {
  it('200 lists for an administrator', async () => {
    const { projects } = (await as(admin, 'GET', '/projects')).body
    expect(projects.map(({ name }: { name: string }) => name)).toEqual(['admin', 'alice', 'service'])
  })
  it('403 for others', async () => expect((await as(alice, 'GET', '/projects')).status).toBe(403))
  it('201 creates in the caller’s domain', async () => {
    const { status, body } = await as(admin, 'POST', '/projects', { project: { name: 'lab', description: 'A laboratory' } })
    expect(status).toBe(201)
    expect(body.project).toMatchObject({
      name: 'lab',
      domain_id: 'default',
      parent_id: 'default',
      enabled: true,
      is_domain: false,
    })
  })
  it('409 for a name that is taken', async () =>
    expect((await as(admin, 'POST', '/projects', { project: { name: 'alice' } })).status).toBe(409))
  it('400 for a project below another', async () => {
    const project = { name: 'child', domain_id: 'default', parent_id: alice.projectId }
    expect((await as(admin, 'POST', '/projects', { project })).status).toBe(400)
  })
  it('400 for tags, which would be lost', async () =>
    expect((await as(admin, 'POST', '/projects', { project: { name: 'tagged', tags: ['a'] } })).status).toBe(400))
})

describe('/v3/projects/{id}', () => {
  it('200 for whoever has a role on it', async () =>
    expect((await as(alice, 'GET', `/projects/${alice.projectId}`)).body.project.name).toBe('alice'))
  it('403 for others', async () => expect((await as(alice, 'GET', `/projects/${admin.projectId}`)).status).toBe(403))
  it('404 for an unknown one', async () => expect((await as(admin, 'GET', '/projects/none')).status).toBe(404))
  it('200 renamed and described; 409 to a name that is taken', async () => {
    const { id } = await identity.made('/projects', admin.token, { project: { name: 'old-name', description: 'Old' } })
    const change = (project: object) => as(admin, 'PATCH', `/projects/${id}`, { project })
    expect((await change({ name: 'new-name', description: '' })).body.project).toMatchObject({
      name: 'new-name',
      description: '',
    })
    expect((await change({ name: 'alice' })).status).toBe(409)
    expect((await as(admin, 'DELETE', `/projects/${id}`)).status).toBe(204)
  })
  it('200 disabled: its tokens end', async () => {
    const bob = await identity.person(admin, 'bob')
    expect((await as(admin, 'PATCH', `/projects/${bob.projectId}`, { project: { enabled: false } })).status).toBe(200)
    expect((await as(bob, 'GET', '/auth/projects')).status).toBe(401)
    expect((await identity.logIn('bob', 'bob-password', { project: { id: bob.projectId } })).status).toBe(401)
    expect((await identity.logIn('bob', 'bob-password')).body.token).not.toHaveProperty('project')
  })
  it('204 deleted: its tokens end', async () => {
    const carol = await identity.person(admin, 'carol')
    expect((await as(admin, 'DELETE', `/projects/${carol.projectId}`)).status).toBe(204)
    expect((await as(carol, 'GET', '/auth/projects')).status).toBe(401)
  })
  it('409 for the project that the service lives from', async () => {
    const service = await idOf('service')
    expect((await as(admin, 'DELETE', `/projects/${service}`)).status).toBe(409)
    expect((await as(admin, 'PATCH', `/projects/${service}`, { project: { enabled: false } })).status).toBe(409)
    expect((await as(admin, 'PATCH', `/projects/${service}`, { project: { description: 'ours' } })).status).toBe(200)
  })
  it('409 for the project of the last administrator', async () => {
    expect((await as(admin, 'DELETE', `/projects/${admin.projectId}`)).status).toBe(409)
    expect((await as(admin, 'PATCH', `/projects/${admin.projectId}`, { project: { enabled: false } })).status).toBe(409)
  })
})

describe('/v3/projects/{id}/users/{id}/roles/{id}', () => {
  const path = async (person: Person, role: string) =>
    `/projects/${alice.projectId}/users/${person.id}/roles/${await identity.roleId(admin.token, role)}`

  it('204 given, twice too; 204 asked; 204 taken; 404 afterwards', async () => {
    const held = await path(admin, 'service')
    for (const method of ['PUT', 'PUT', 'HEAD', 'GET', 'DELETE']) expect((await as(admin, method, held)).status).toBe(204)
    for (const method of ['HEAD', 'GET', 'DELETE']) expect((await as(admin, method, held)).status).toBe(404)
  })
  it('200 lists the roles', async () => {
    const { roles } = (await as(admin, 'GET', `/projects/${alice.projectId}/users/${alice.id}/roles`)).body
    expect(roles).toMatchObject([{ name: 'member' }])
  })
  it('ends the user’s tokens for the project when a role is taken', async () => {
    const dave = await identity.person(admin, 'dave')
    const role = await identity.roleId(admin.token, 'member')
    await as(admin, 'DELETE', `/projects/${dave.projectId}/users/${dave.id}/roles/${role}`)
    expect((await as(dave, 'GET', '/auth/projects')).status).toBe(401)
    await expect(server.services.tokens.identify(dave.token)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })
  it('403 for others', async () => expect((await as(alice, 'PUT', await path(alice, 'admin'))).status).toBe(403))
  it('404 for an unknown user', async () => {
    const role = await identity.roleId(admin.token, 'member')
    expect((await as(admin, 'PUT', `/projects/${alice.projectId}/users/none/roles/${role}`)).status).toBe(404)
  })
  it('409 for the last administrator’s role, 204 when there is another', async () => {
    const role = await identity.roleId(admin.token, 'admin')
    const own = `/projects/${admin.projectId}/users/${admin.id}/roles/${role}`
    expect((await as(admin, 'DELETE', own)).status).toBe(409)
    const second = await identity.person(admin, 'second', 'admin')
    expect((await as(admin, 'DELETE', own)).status).toBe(204)
    expect((await as(second, 'PUT', own)).status).toBe(204)
    admin.token = (await identity.administrator()).token
  })
  it('409 for the roles of the service’s own user', async () => {
    const [user] = (await as(admin, 'GET', '/users?name=glance')).body.users
    const role = await identity.roleId(admin.token, 'service')
    expect((await as(admin, 'DELETE', `/projects/${await idOf('service')}/users/${user.id}/roles/${role}`)).status).toBe(409)
  })
})
