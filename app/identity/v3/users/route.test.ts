import { afterAll, describe, expect, it } from 'vitest'
import { startIdentityApi } from '@/testing/identity-api'
import { tokenOf } from '@/testing/identity-client'

const { server, identity, admin, alice } = await startIdentityApi()
afterAll(() => server.stop())

const { as } = identity
const serviceUser = async () => (await as(admin, 'GET', '/users?name=glance')).body.users[0].id

describe('/v3/users', () => {
  it('200 lists for an administrator, by filter', async () => {
    const { body } = await as(admin, 'GET', '/users?name=alice&enabled=true&domain_id=default')
    expect(body.users).toMatchObject([{ id: alice.id, name: 'alice', enabled: true, default_project_id: alice.projectId }])
    expect((await as(admin, 'GET', '/users?enabled=false')).body.users).toEqual([])
  })
  it('never shows a password', async () =>
    expect(JSON.stringify((await as(admin, 'GET', '/users')).body)).not.toContain('scrypt'))
  it('401 without a token', async () => expect((await identity.call('GET', '/users')).status).toBe(401))
  it('403 for others', async () => expect((await as(alice, 'GET', '/users')).status).toBe(403))
  it('403 to create for others', async () =>
    expect((await as(alice, 'POST', '/users', { user: { name: 'x' } })).status).toBe(403))
  it('400 without a name', async () => expect((await as(admin, 'POST', '/users', { user: {} })).status).toBe(400))
  it('400 for an unknown default project', async () =>
    expect((await as(admin, 'POST', '/users', { user: { name: 'x', default_project_id: 'none' } })).status).toBe(400))
  it('404 for an unknown domain', async () =>
    expect((await as(admin, 'POST', '/users', { user: { name: 'x', domain_id: 'none' } })).status).toBe(404))
  it('409 for a name that is taken', async () =>
    expect((await as(admin, 'POST', '/users', { user: { name: 'alice' } })).status).toBe(409))
})

describe('/v3/users/{id}', () => {
  it('200 for oneself', async () => expect((await as(alice, 'GET', `/users/${alice.id}`)).body.user.name).toBe('alice'))
  it('403 for another user', async () => expect((await as(alice, 'GET', `/users/${admin.id}`)).status).toBe(403))
  it('404 for an unknown user', async () => expect((await as(admin, 'GET', '/users/none')).status).toBe(404))
  it('200 the own projects, 403 those of others', async () => {
    expect((await as(alice, 'GET', `/users/${alice.id}/projects`)).body.projects).toMatchObject([{ id: alice.projectId }])
    expect((await as(alice, 'GET', `/users/${admin.id}/projects`)).status).toBe(403)
  })
  it('200 changes what is given and nothing else', async () => {
    const { body } = await as(admin, 'PATCH', `/users/${alice.id}`, { user: { email: 'alice@example.org' } })
    expect(body.user).toMatchObject({ email: 'alice@example.org', name: 'alice', enabled: true })
    expect((await identity.logIn('alice', 'alice-password')).status).toBe(201)
  })
  it('200 renamed: the new name logs in, the old one does not, the token stays', async () => {
    const erin = await identity.person(admin, 'erin')
    const user = { name: ' erin-renamed ', description: 'Another name' }
    expect((await as(admin, 'PATCH', `/users/${erin.id}`, { user })).body.user).toMatchObject({
      name: 'erin-renamed',
      description: 'Another name',
    })
    expect((await as(erin, 'GET', `/users/${erin.id}`)).status).toBe(200)
    expect((await identity.logIn('erin', 'erin-password')).status).toBe(401)
    expect((await identity.logIn('erin-renamed', 'erin-password')).status).toBe(201)
  })
  it('409 renamed to a name that is taken', async () =>
    expect((await as(admin, 'PATCH', `/users/${alice.id}`, { user: { name: 'admin' } })).status).toBe(409))
  it('400 renamed to nothing, or to more than 255 characters', async () => {
    for (const name of ['', ' ', 'n'.repeat(256)])
      expect((await as(admin, 'PATCH', `/users/${alice.id}`, { user: { name } })).status).toBe(400)
  })
  it('400 to another domain', async () =>
    expect((await as(admin, 'PATCH', `/users/${alice.id}`, { user: { domain_id: 'other' } })).status).toBe(400))
  it('200 disabled: no log-in, no token', async () => {
    const bob = await identity.person(admin, 'bob')
    await as(admin, 'PATCH', `/users/${bob.id}`, { user: { enabled: false } })
    expect((await as(bob, 'GET', `/users/${bob.id}`)).status).toBe(401)
    const message = async (password: string) => (await identity.logIn('bob', password)).body.error.message
    // Whoever guesses learns nothing of it.
    expect(await message('bob-password')).toMatch(/^The account is disabled/)
    expect(await message('guessed')).toBe((await identity.logIn('no-such-user', 'guessed')).body.error.message)
  })
  it('204 deleted: no log-in, no token', async () => {
    const carol = await identity.person(admin, 'carol')
    expect((await as(admin, 'DELETE', `/users/${carol.id}`)).status).toBe(204)
    expect((await as(carol, 'GET', '/auth/projects')).status).toBe(401)
    expect((await as(admin, 'GET', `/users/${carol.id}`)).status).toBe(404)
  })
  it('409 for removing or disabling the last administrator', async () => {
    expect((await as(admin, 'DELETE', `/users/${admin.id}`)).status).toBe(409)
    const disabled = await as(admin, 'PATCH', `/users/${admin.id}`, { user: { enabled: false } })
    expect(disabled.status).toBe(409)
    expect(disabled.body.error.message).toContain('nobody with the role admin')
  })
  it('409 for changing the service’s own user', async () => {
    expect((await as(admin, 'DELETE', `/users/${await serviceUser()}`)).status).toBe(409)
    expect((await as(admin, 'PATCH', `/users/${await serviceUser()}`, { user: { password: 'known' } })).status).toBe(409)
  })
})

describe('POST /v3/users/{id}/password', () => {
  const change = (id: string, original_password: string, password = 'new-password') =>
    identity.call('POST', `/users/${id}/password`, { body: { user: { original_password, password } } })

  it('204 ends every token and takes the new password', async () => {
    const dave = await identity.person(admin, 'dave')
    expect((await change(dave.id, 'dave-password')).status).toBe(204)
    expect((await as(dave, 'GET', '/auth/projects')).status).toBe(401)
    expect((await identity.logIn('dave', 'dave-password')).status).toBe(401)
    expect((await identity.logIn('dave', 'new-password')).status).toBe(201)
  })
  it('401 for a wrong password', async () => expect((await change(alice.id, 'wrong')).status).toBe(401))
  it('401 for an unknown user', async () => expect((await change('none', 'wrong')).status).toBe(401))
  it('400 for an empty one', async () => expect((await change(alice.id, 'alice-password', '')).status).toBe(400))
})

describe('/v3/users/{id}/application_credentials', () => {
  const path = () => `/users/${alice.id}/application_credentials`
  const create = (given: object) => as(alice, 'POST', path(), { application_credential: given })
  const logIn = (given: object, scope?: unknown) =>
    identity.call('POST', '/auth/tokens', {
      body: { auth: { identity: { methods: ['application_credential'], application_credential: given }, scope } },
    })

  it('201 with the secret, which is never shown again', async () => {
    const { status, body } = await create({ name: 'robot', roles: [{ name: 'reader' }] })
    const { id, secret } = body.application_credential
    expect(status).toBe(201)
    expect(body.application_credential).toMatchObject({ project_id: alice.projectId, roles: [{ name: 'reader' }] })
    expect((await as(alice, 'GET', `${path()}/${id}`)).body.application_credential).not.toHaveProperty('secret')
    const { token } = (await logIn({ id, secret })).body
    expect(token).toMatchObject({
      methods: ['application_credential'],
      project: { id: alice.projectId },
      roles: [{ name: 'reader' }],
    })
  })
  it('201 by name and user', async () => {
    await create({ name: 'named', secret: 'its-secret' })
    const user = { name: 'alice', domain: { id: 'default' } }
    expect((await logIn({ name: 'named', secret: 'its-secret', user })).status).toBe(201)
    expect((await logIn({ name: 'named', secret: 'another', user })).status).toBe(401)
  })
  it('401 with a scope, 403 when its token is exchanged for one', async () => {
    const { id, secret } = (await create({ name: 'scoped' })).body.application_credential
    const scope = { project: { id: alice.projectId } }
    expect((await logIn({ id, secret }, scope)).status).toBe(401)
    const token = { id: tokenOf(await logIn({ id, secret })) }
    const body = { auth: { identity: { methods: ['token'], token }, scope } }
    expect((await identity.call('POST', '/auth/tokens', { body })).status).toBe(403)
  })
  it('shortens the token to its own time', async () => {
    const expires_at = new Date(Date.now() + 60_000).toISOString().replace('Z', '')
    const { id, secret } = (await create({ name: 'short', expires_at })).body.application_credential
    expect(Date.parse((await logIn({ id, secret })).body.token.expires_at)).toBe(Date.parse(`${expires_at}Z`))
  })
  it('403 for managing others with a restricted one', async () => {
    const { id, secret } = (await create({ name: 'restricted' })).body.application_credential
    const token = tokenOf(await logIn({ id, secret }))
    const body = { application_credential: { name: 'nested' } }
    expect((await identity.call('POST', path(), { token, body })).status).toBe(403)
  })
  it('204 ends its tokens', async () => {
    const { id, secret } = (await create({ name: 'gone' })).body.application_credential
    const token = tokenOf(await logIn({ id, secret }))
    expect((await as(alice, 'DELETE', `${path()}/${id}`)).status).toBe(204)
    expect((await identity.call('GET', '/auth/projects', { token })).status).toBe(401)
    expect((await logIn({ id, secret })).status).toBe(401)
  })
  it('400 for a role that the user lacks', async () =>
    expect((await create({ name: 'x', roles: [{ name: 'admin' }] })).status).toBe(400))
  it('400 for access rules, which are not offered', async () =>
    expect((await create({ name: 'x', access_rules: [{ path: '/v2/images' }] })).status).toBe(400))
  it('400 for a time that is over', async () =>
    expect((await create({ name: 'x', expires_at: '2020-01-01T00:00:00' })).status).toBe(400))
  it('409 for a name that is taken', async () => {
    await create({ name: 'twice' })
    expect((await create({ name: 'twice' })).status).toBe(409)
  })
  it('403 for making one for somebody else', async () =>
    expect((await as(admin, 'POST', path(), { application_credential: { name: 'x' } })).status).toBe(403))
  it('403 for another user’s list', async () =>
    expect((await as(alice, 'GET', `/users/${admin.id}/application_credentials`)).status).toBe(403))
})
