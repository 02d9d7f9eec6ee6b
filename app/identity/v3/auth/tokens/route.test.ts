import { afterAll, describe, expect, it } from 'vitest'
import { startIdentityApi } from '@/testing/identity-api'
import { tokenOf } from '@/testing/identity-client'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const post = (auth: unknown) => identity.call('POST', '/auth/tokens', { body: { auth } })
const byPassword = (user: object, scope?: unknown) => post({ identity: { methods: ['password'], password: { user } }, scope })
const asAlice = (scope?: unknown) => byPassword({ id: alice.id, password: 'alice-password' }, scope)
const byToken = (id: string, scope?: unknown) => post({ identity: { methods: ['token'], token: { id } }, scope })
const inDefault = { id: 'default' }

describe('POST /v3/auth/tokens by password', () => {
  it('201 by id', async () => expect((await asAlice()).status).toBe(201))
  it('201 by name and domain id', async () =>
    expect((await byPassword({ name: 'alice', domain: inDefault, password: 'alice-password' })).status).toBe(201))
  it('201 by name and domain name', async () => expect((await identity.logIn('alice', 'alice-password')).status).toBe(201))
  it('400 for a name without its domain', async () =>
    expect((await byPassword({ name: 'alice', password: 'alice-password' })).status).toBe(400))
  it('401 for a wrong password', async () => expect((await byPassword({ id: alice.id, password: 'x' })).status).toBe(401))
  it('401 for an unknown method', async () => expect((await post({ identity: { methods: ['totp'] } })).status).toBe(401))
  it('400 for a method without what it needs', async () =>
    expect((await post({ identity: { methods: ['password'] } })).status).toBe(400))
  it('400 for a body that is not JSON by its type', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect((await identity.call('POST', '/auth/tokens', { headers, body: {} })).status).toBe(400)
  })
  it('answers an unknown user as a wrong password', async () => {
    const known = await identity.logIn('alice', 'wrong')
    const unknown = await identity.logIn('nobody-at-all', 'wrong')
    expect(unknown.status).toBe(known.status)
    expect(unknown.body).toEqual(known.body)
  })
  it('names the way to log in, and the request, on a 401', async () => {
    const { headers, body } = await identity.logIn('alice', 'wrong')
    expect(headers.get('www-authenticate')).toBe(`Keystone uri="${server.url}/identity"`)
    expect(headers.get('x-openstack-request-id')).toMatch(/^req-/)
    expect(headers.get('vary')).toBe('X-Auth-Token')
    expect(body.error).toMatchObject({ code: 401, title: 'Unauthorized' })
  })
})

describe('the token', () => {
  it('has Keystone’s shape', async () => {
    const { token } = (await asAlice({ project: { id: alice.projectId } })).body
    expect(token).toMatchObject({
      methods: ['password'],
      user: { id: alice.id, name: 'alice', domain: { id: 'default', name: 'Default' }, password_expires_at: null },
      project: { id: alice.projectId, name: 'alice', domain: { id: 'default', name: 'Default' } },
      is_domain: false,
    })
    expect(token.issued_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
    expect(Date.parse(token.expires_at) - Date.parse(token.issued_at)).toBe(3600_000)
    expect(token.audit_ids).toHaveLength(1)
  })
  it('holds the implied roles', async () => {
    const names = (token: { roles: { name: string }[] }) => token.roles.map(({ name }) => name)
    expect(names((await asAlice()).body.token)).toEqual(['member', 'reader'])
    expect(names((await identity.logIn('admin', 'test-admin-password')).body.token)).toEqual(['admin', 'member', 'reader'])
  })
  it('names the image and identity endpoints where the client is', async () => {
    const { catalog } = (await asAlice()).body.token
    const url = (type: string) => catalog.find((service: { type: string }) => service.type === type).endpoints[0].url
    expect(url('image')).toBe(server.url)
    expect(url('identity')).toBe(`${server.url}/identity`)
  })
  it('leaves the catalog out for ?nocatalog', async () => {
    const { body } = await identity.call('GET', '/auth/tokens?nocatalog', {
      token: alice.token,
      headers: { 'x-subject-token': alice.token },
    })
    expect(body.token).not.toHaveProperty('catalog')
  })
  it('opens the Image API', async () => {
    expect(await server.services.tokens.identify(alice.token)).toMatchObject({ projectId: alice.projectId, scope: 'project' })
  })
})

describe('scopes', () => {
  it('201 for the default project without a scope', async () =>
    expect((await asAlice()).body.token.project.id).toBe(alice.projectId))
  it('201 for nothing by "unscoped"', async () => {
    const { token } = (await asAlice('unscoped')).body
    expect(token).not.toHaveProperty('project')
    expect(token).not.toHaveProperty('roles')
    expect(token).not.toHaveProperty('catalog')
  })
  it('201 for nothing by {"unscoped": {}}', async () =>
    expect((await asAlice({ unscoped: {} })).body.token).not.toHaveProperty('project'))
  it('201 for a project by name and domain', async () =>
    expect((await asAlice({ project: { name: 'alice', domain: { name: 'Default' } } })).status).toBe(201))
  it('400 for a project by name only', async () => expect((await asAlice({ project: { name: 'alice' } })).status).toBe(400))
  it('400 for a scope of unknown kind', async () => expect((await asAlice({ galaxy: {} })).status).toBe(400))
  it('401 for a project without a role', async () =>
    expect((await asAlice({ project: { id: admin.projectId } })).status).toBe(401))
  it('401 for an unknown project', async () => expect((await asAlice({ project: { id: 'none' } })).status).toBe(401))
  it('401 for the system', async () => expect((await asAlice({ system: { all: true } })).status).toBe(401))
  it('401 for a domain without a role, 201 with one', async () => {
    expect((await asAlice({ domain: inDefault })).status).toBe(401)
    const role = await identity.roleId(admin.token, 'reader')
    const path = `/domains/default/users/${alice.id}/roles/${role}`
    expect((await identity.call('PUT', path, { token: admin.token })).status).toBe(204)
    expect((await asAlice({ domain: inDefault })).body.token.domain).toEqual({ id: 'default', name: 'Default' })
    expect((await identity.call('DELETE', path, { token: admin.token })).status).toBe(204)
  })
})

describe('POST /v3/auth/tokens by token', () => {
  it('201 keeps the time of expiry and the chain', async () => {
    const first = await asAlice('unscoped')
    const second = await byToken(tokenOf(first), { project: { id: alice.projectId } })
    expect(second.status).toBe(201)
    expect(second.body.token.methods).toEqual(['token', 'password'])
    expect(second.body.token.expires_at).toBe(first.body.token.expires_at)
    expect(second.body.token.audit_ids[1]).toBe(first.body.token.audit_ids[0])
  })
  it('201 from a project to nothing', async () => expect((await byToken(alice.token, 'unscoped')).status).toBe(201))
  it('401 for a project without a role', async () =>
    expect((await byToken(alice.token, { project: { id: admin.projectId } })).status).toBe(401))
  it('401 for an unknown token', async () => expect((await byToken('nonsense')).status).toBe(401))
})

describe('GET, HEAD and DELETE /v3/auth/tokens', () => {
  const about = (method: string, token: string, subject?: string) =>
    identity.call(method, '/auth/tokens', {
      token,
      ...(subject === undefined ? {} : { headers: { 'x-subject-token': subject } }),
    })

  it('200 for the own token', async () => {
    const { status, headers } = await about('GET', alice.token, alice.token)
    expect([status, headers.get('x-subject-token')]).toEqual([200, alice.token])
  })
  it('200 for an administrator', async () => expect((await about('GET', admin.token, alice.token)).status).toBe(200))
  it('200 by HEAD without a body', async () => expect((await about('HEAD', admin.token, alice.token)).body).toBeUndefined())
  it('400 without a subject', async () => expect((await about('GET', admin.token)).status).toBe(400))
  it('401 without a token', async () => expect((await identity.call('GET', '/auth/tokens')).status).toBe(401))
  it('401 with an unknown token', async () => expect((await about('GET', 'nonsense', 'nonsense')).status).toBe(401))
  it('403 for another user’s token', async () => expect((await about('GET', alice.token, admin.token)).status).toBe(403))
  it('404 for an unknown subject', async () => expect((await about('GET', admin.token, 'nonsense')).status).toBe(404))
  it('204 revokes, at once and for the Image API too', async () => {
    const token = tokenOf(await asAlice())
    expect(await server.services.tokens.identify(token)).toHaveProperty('userId')
    expect((await about('DELETE', token, token)).status).toBe(204)
    expect((await about('GET', admin.token, token)).status).toBe(404)
    expect((await about('GET', token, token)).status).toBe(401)
    await expect(server.services.tokens.identify(token)).rejects.toMatchObject({ reason: 'tokenRefused' })
  })
  it('403 for revoking another user’s token', async () =>
    expect((await about('DELETE', alice.token, admin.token)).status).toBe(403))
})

describe('what a token may ask for without a role', () => {
  it('200 its projects', async () => {
    const token = tokenOf(await asAlice('unscoped'))
    const { body } = await identity.call('GET', '/auth/projects', { token })
    expect(body.projects).toMatchObject([{ id: alice.projectId, name: 'alice', enabled: true, domain_id: 'default' }])
    expect(body.links).toEqual({ self: `${server.url}/identity/v3/auth/projects`, next: null, previous: null })
  })
  it('200 no domains and no system', async () => {
    expect((await identity.call('GET', '/auth/domains', { token: alice.token })).body.domains).toEqual([])
    expect((await identity.call('GET', '/auth/system', { token: alice.token })).body.system).toEqual([])
  })
  it('200 the catalog with a project, 403 without', async () => {
    expect((await identity.call('GET', '/auth/catalog', { token: alice.token })).body.catalog).toHaveLength(2)
    const token = tokenOf(await asAlice('unscoped'))
    expect((await identity.call('GET', '/auth/catalog', { token })).status).toBe(403)
  })
})
