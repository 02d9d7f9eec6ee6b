import { afterAll, describe, expect, it } from 'vitest'
import { startIdentityApi } from '@/testing/identity-api'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const { as } = identity
const names = (items: { name: string }[]) => items.map(({ name }) => name)

describe('/v3/roles', () => {
  it('200 lists the four that the policies need', async () =>
    expect(names((await as(admin, 'GET', '/roles')).body.roles)).toEqual(['admin', 'member', 'reader', 'service']))
  it('200 by name', async () => expect(names((await as(admin, 'GET', '/roles?name=reader')).body.roles)).toEqual(['reader']))
  it('403 for others', async () => expect((await as(alice, 'GET', '/roles')).status).toBe(403))
  it('409 for a name that is taken', async () =>
    expect((await as(admin, 'POST', '/roles', { role: { name: 'admin' } })).status).toBe(409))
  it('201 created, 200 shown, 200 renamed, 204 removed, 404 gone', async () => {
    const { id } = await identity.made('/roles', admin.token, { role: { name: 'auditor' } })
    expect((await as(admin, 'GET', `/roles/${id}`)).body.role.name).toBe('auditor')
    expect((await as(admin, 'PATCH', `/roles/${id}`, { role: { name: 'inspector' } })).body.role.name).toBe('inspector')
    expect((await as(admin, 'DELETE', `/roles/${id}`)).status).toBe(204)
    expect((await as(admin, 'GET', `/roles/${id}`)).status).toBe(404)
  })
  it('409 for removing or renaming one that the policies need', async () => {
    const id = await identity.roleId(admin.token, 'reader')
    expect((await as(admin, 'DELETE', `/roles/${id}`)).status).toBe(409)
    expect((await as(admin, 'PATCH', `/roles/${id}`, { role: { name: 'viewer' } })).status).toBe(409)
  })
})

describe('/v3/role_assignments', () => {
  const list = async (query: string) => (await as(admin, 'GET', `/role_assignments?${query}`)).body.role_assignments

  it('200 by user, with ids', async () => {
    const member = await identity.roleId(admin.token, 'member')
    const assignment = `${server.url}/identity/v3/projects/${alice.projectId}/users/${alice.id}/roles/${member}`
    expect(await list(`user.id=${alice.id}`)).toEqual([
      { role: { id: member }, user: { id: alice.id }, scope: { project: { id: alice.projectId } }, links: { assignment } },
    ])
  })
  it('200 with names', async () => {
    const domain = { id: 'default', name: 'Default' }
    expect(await list(`user.id=${alice.id}&include_names`)).toMatchObject([
      { role: { name: 'member' }, user: { name: 'alice', domain }, scope: { project: { name: 'alice', domain } } },
    ])
  })
  it('200 with the implied ones', async () => {
    const held = await list(`scope.project.id=${alice.projectId}&effective=1&include_names=1`)
    expect(held.map(({ role }: { role: { name: string } }) => role.name)).toEqual(['member', 'reader'])
  })
  it('200 by role', async () => {
    const held = await list(`role.id=${await identity.roleId(admin.token, 'service')}`)
    expect(held).toHaveLength(1)
  })
  it('200 on a domain', async () => {
    const role = await identity.roleId(admin.token, 'reader')
    await as(admin, 'PUT', `/domains/default/users/${alice.id}/roles/${role}`)
    expect(await list('scope.domain.id=default&include_names')).toMatchObject([{ scope: { domain: { name: 'Default' } } }])
    expect((await as(alice, 'GET', '/auth/domains')).body.domains).toMatchObject([{ id: 'default' }])
  })
  it('200 nothing for groups and the system', async () => {
    expect(await list('group.id=any')).toEqual([])
    expect(await list('scope.system=all')).toEqual([])
  })
  it('403 for others', async () => expect((await as(alice, 'GET', '/role_assignments')).status).toBe(403))
})

describe('/v3/services, endpoints and regions', () => {
  it('200 the services', async () =>
    expect(names((await as(admin, 'GET', '/services')).body.services)).toEqual(['glance', 'keystone']))
  it('200 by type, and one by id', async () => {
    const [service] = (await as(admin, 'GET', '/services?type=image')).body.services
    expect((await as(admin, 'GET', `/services/${service.id}`)).body.service).toMatchObject({ type: 'image', enabled: true })
  })
  it('200 the endpoints by interface, and one by id', async () => {
    const { endpoints } = (await as(admin, 'GET', '/endpoints?interface=public')).body
    expect(endpoints).toHaveLength(2)
    expect((await as(admin, 'GET', `/endpoints/${endpoints[0].id}`)).body.endpoint).toMatchObject({ region_id: 'RegionOne' })
  })
  it('200 the region for everybody, 404 another', async () => {
    expect((await as(alice, 'GET', '/regions')).body.regions).toMatchObject([{ id: 'RegionOne' }])
    expect((await as(alice, 'GET', '/regions/RegionOne')).status).toBe(200)
    expect((await as(alice, 'GET', '/regions/RegionTwo')).status).toBe(404)
  })
  it('403 the services for others, 404 an unknown one', async () => {
    expect((await as(alice, 'GET', '/services')).status).toBe(403)
    expect((await as(alice, 'GET', '/endpoints')).status).toBe(403)
    expect((await as(admin, 'GET', '/services/none')).status).toBe(404)
  })
})
