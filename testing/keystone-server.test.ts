import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KeystoneServer, keystoneMissing, startKeystone } from './keystone-server'

// A Keystone, or a command of it, is a process of Python’s, which takes seconds to begin where others work as well.
const patience = { timeout: 120_000 }

describe.skipIf(keystoneMissing)(`a real Keystone ${keystoneMissing ?? ''}`, patience, () => {
  let keystone: KeystoneServer
  beforeAll(async () => {
    keystone = await startKeystone({ imageUrl: 'http://image.example' })
  })
  afterAll(() => keystone.stop())

  const validate = async (token: string) =>
    keystone.identity.call('GET', '/auth/tokens', {
      token: await keystone.token('vitrine'),
      headers: { 'x-subject-token': token },
    })

  it('logs everybody in, and its service account validates their tokens', async () => {
    for (const [name, project, role] of [
      ['admin', 'admin', 'admin'],
      ['member', 'demo', 'member'],
      ['reader', 'demo', 'reader'],
    ] as const) {
      const { status, body } = await validate(await keystone.token(name))
      expect(status).toBe(200)
      expect(body.token).toMatchObject({ user: { name }, project: { name: project } })
      expect(body.token.roles.map((each: { name: string }) => each.name)).toContain(role)
    }
  })

  it('has its own address and the given one of the Image service in the catalogue', async () => {
    const { body } = await validate(await keystone.token('member'))
    const urls = (type: string) => body.token.catalog.find((each: { type: string }) => each.type === type).endpoints
    expect(urls('identity')).toHaveLength(3)
    expect(urls('identity')[0]).toMatchObject({ region: 'RegionOne', url: `${keystone.url}/v3` })
    expect(urls('image').map((each: { url: string }) => each.url)).toEqual(Array(3).fill('http://image.example'))
  })

  it('refuses a revoked token, and one of a disabled user', async () => {
    const [first, second] = [await keystone.token('member'), await keystone.token('reader')]
    await keystone.admin.revoke(first)
    expect((await validate(first)).status).toBe(404)
    const reader = await keystone.admin.find('users', 'reader')
    await keystone.admin.change('users', reader.id, { enabled: false })
    expect((await validate(second)).status).toBe(404)
    await keystone.admin.change('users', reader.id, { enabled: true })
  })

  it('takes and gives roles', async () => {
    const grant = { role: 'member', user: 'reader', project: 'service' }
    await keystone.admin.grant(grant)
    await keystone.admin.withdraw(grant)
    await expect(keystone.admin.withdraw(grant)).rejects.toThrow(/404/)
  })

  it('answers many at once, and counts them', async () => {
    const token = await keystone.token('member')
    const before = keystone.countOf('GET', '/v3/auth/tokens')
    const answers = await Promise.all(Array.from({ length: 40 }, () => validate(token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200))
    expect(keystone.countOf('GET', '/v3/auth/tokens')).toBe(before + 40)
    expect(keystone.accessLog().at(-1)).toEqual({ method: 'GET', path: '/v3/auth/tokens', status: 200 })
  })

  it('knows its tokens after a kill and a restart', async () => {
    const token = await keystone.token('member')
    await keystone.kill()
    await expect(fetch(keystone.url)).rejects.toThrow()
    await keystone.restart()
    expect((await validate(token)).status).toBe(200)
  })

  it('does not know tokens whose keys were rotated away', async () => {
    const token = await keystone.token('member')
    keystone.rotateKeys(3)
    expect((await validate(token)).status).toBe(404)
  })

  it('takes other settings and another clock at a restart', async () => {
    await keystone.restart({ settings: { token: { expiration: 77 } }, clockOffsetSeconds: 7200 })
    const { headers, body } = await keystone.identity.logIn('member', keystone.adminPassword)
    const issued = Date.parse(body.token.issued_at)
    expect(Date.parse(body.token.expires_at) - issued).toBe(77_000)
    expect(issued - Date.now()).toBeGreaterThan(7_100_000)
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(7_100_000)
  })
})
