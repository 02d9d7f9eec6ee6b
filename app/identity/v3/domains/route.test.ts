import { afterAll, describe, expect, it } from 'vitest'
import { startIdentityApi } from '@/testing/identity-api'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const { as } = identity
const made = (name: string) => identity.made('/domains', admin.token, { domain: { name } })

describe('/v3/domains', () => {
  it('200 lists for an administrator', async () =>
    expect((await as(admin, 'GET', '/domains?name=Default')).body.domains).toMatchObject([{ id: 'default', enabled: true }]))
  it('403 for others', async () => expect((await as(alice, 'GET', '/domains')).status).toBe(403))
  it('409 for a name that is taken', async () =>
    expect((await as(admin, 'POST', '/domains', { domain: { name: 'Default' } })).status).toBe(409))
  it('lets two users have one name in two domains', async () => {
    const { id } = await made('twins')
    expect((await as(admin, 'POST', '/users', { user: { name: 'alice', domain_id: id } })).status).toBe(201)
  })
})

describe('/v3/domains/{id}', () => {
  it('200 the own one, 403 another', async () => {
    const { id } = await made('elsewhere')
    expect((await as(alice, 'GET', '/domains/default')).status).toBe(200)
    expect((await as(alice, 'GET', `/domains/${id}`)).status).toBe(403)
  })
  it('200 disabled: nobody of it logs in, its tokens end', async () => {
    const domain = await made('closing')
    const project = await identity.made('/projects', admin.token, { project: { name: 'p', domain_id: domain.id } })
    const user = await identity.made('/users', admin.token, { user: { name: 'u', domain_id: domain.id, password: 'u' } })
    const role = await identity.roleId(admin.token, 'member')
    await as(admin, 'PUT', `/projects/${project.id}/users/${user.id}/roles/${role}`)
    const logIn = () => {
      const password = { user: { id: user.id, password: 'u' } }
      const scope = { project: { id: project.id } }
      return identity.call('POST', '/auth/tokens', { body: { auth: { identity: { methods: ['password'], password }, scope } } })
    }
    const token = (await logIn()).headers.get('x-subject-token') ?? ''
    expect(await server.services.tokens.identify(token)).toMatchObject({ projectId: project.id })
    expect((await as(admin, 'PATCH', `/domains/${domain.id}`, { domain: { enabled: false } })).status).toBe(200)
    expect((await logIn()).status).toBe(401)
    await expect(server.services.tokens.identify(token)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })
  it('403 removed while enabled; 204 disabled, with all that is in it', async () => {
    const { id } = await made('leaving')
    const user = await identity.made('/users', admin.token, { user: { name: 'u', domain_id: id } })
    const project = await identity.made('/projects', admin.token, { project: { name: 'p', domain_id: id } })
    expect((await as(admin, 'DELETE', `/domains/${id}`)).status).toBe(403)
    await as(admin, 'PATCH', `/domains/${id}`, { domain: { enabled: false } })
    expect((await as(admin, 'DELETE', `/domains/${id}`)).status).toBe(204)
    expect((await as(admin, 'GET', `/users/${user.id}`)).status).toBe(404)
    expect((await as(admin, 'GET', `/projects/${project.id}`)).status).toBe(404)
  })
  it('200 renamed and described; 409 to a name that is taken', async () => {
    const { id } = await made('before')
    const change = (domain: object) => as(admin, 'PATCH', `/domains/${id}`, { domain })
    expect((await change({ name: 'after', description: 'Moved' })).body.domain).toMatchObject({ id, name: 'after' })
    expect((await change({ name: 'Default' })).status).toBe(409)
  })
  it('409 for the domain that the service lives in', async () => {
    expect((await as(admin, 'DELETE', '/domains/default')).status).toBe(409)
    expect((await as(admin, 'PATCH', '/domains/default', { domain: { enabled: false } })).status).toBe(409)
    expect((await as(admin, 'PATCH', '/domains/default', { domain: { name: 'Other' } })).status).toBe(409)
  })
})
