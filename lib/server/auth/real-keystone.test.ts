import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type KeystoneServer, keystoneMissing, startKeystone } from '@/testing/keystone-server'
import { type MemcachedServer, memcachedMissing, startMemcached } from '@/testing/memcached-server'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { logOut } from './log-in'

type Headers = Record<string, string>

// A Keystone, or a command of it, is a process of Python’s, which takes seconds to begin where others work as well.
const patience = { timeout: 120_000 }

describe.skipIf(keystoneMissing)(`with a real Keystone ${keystoneMissing ?? ''}`, patience, () => {
  let keystone: KeystoneServer
  let app: TestServer | undefined
  const configs: string[] = []
  beforeAll(async () => {
    keystone = await startKeystone({ settings: { token: { provider: 'fernet', caching: false, expiration: 8 } } })
  })
  afterAll(async () => {
    await app?.stop()
    for (const config of configs) removeConfig(config)
    await keystone.stop()
  })

  /** Starts anew with these lines of `[keystone_authtoken]`, and other sections behind them. */
  async function start(lines = '') {
    await app?.stop()
    const config = writeConfig(`${keystone.authtokenConfig}http_request_max_retries = 1\n${lines}\n`)
    configs.push(config)
    app = await startTestServer({}, ['--config-file', config])
    return app
  }
  const ask = (headers: Headers, path = '/v2/images', method = 'GET') =>
    fetch(`${(app as TestServer).url}${path}`, { method, headers })
  const status = async (headers: Headers, path?: string, method?: string) => (await ask(headers, path, method)).status
  const as = (token: string) => ({ 'x-auth-token': token })
  const logInsOf = () => keystone.countOf('POST', '/v3/auth/tokens')
  const log = () => readFileSync((app as TestServer).services.config.DEFAULT.log_file, 'utf8')

  describe('that answers', () => {
    beforeAll(async () => {
      await start()
    })

    it('200 for its tokens, 401 with WWW-Authenticate for others, on every API', async () => {
      for (const name of ['admin', 'member', 'reader'] as const) expect(await status(as(await keystone.token(name)))).toBe(200)
      for (const path of ['/v2/images', '/v2/nothing', '/api/uploads', '/uploads/x']) {
        const answer = await ask(as('nonsense'), path)
        expect([path, answer.status]).toEqual([path, 401])
        expect(answer.headers.get('www-authenticate')).toBe(`Keystone uri="${keystone.url}"`)
      }
      expect(app?.services.serviceAccount()).toMatchObject({ logIn: { state: 'ok' }, validation: { state: 'ok' } })
    })

    it('401 at once after log-out', async () => {
      const token = await keystone.token('member')
      expect(await status(as(token))).toBe(200)
      await logOut({ token, unscoped: token } as Parameters<typeof logOut>[0])
      expect(await status(as(token))).toBe(401)
    })

    it('an expired token is good beside the token of a trusted service, and only then', async () => {
      const token = await keystone.token('member')
      await new Promise((resolve) => setTimeout(resolve, 8500))
      const service = { 'x-service-token': await keystone.token('vitrine') }
      const stranger = { 'x-service-token': await keystone.token('reader') }
      expect(await status({ ...as(token), ...service })).toBe(200)
      expect(await status(as(token))).toBe(401)
      const refused = await ask({ ...as(token), ...stranger })
      expect(refused.status).toBe(401)
      expect(await refused.text()).toContain('has none of the roles service')
      const fresh = await keystone.token('member')
      expect(await status({ ...as(fresh), ...stranger })).toBe(200)
      expect(await status({ ...as(fresh), 'x-service-token': 'nonsense' })).toBe(200)
    })

    it('roles of the service are never the caller’s own', async () => {
      const headers = { ...as(await keystone.token('reader')), 'x-service-token': await keystone.token('admin') }
      expect(await status(headers, '/v2/tasks')).toBe(403)
    })

    it('401 where the access rules of an application credential do not reach', async () => {
      const member = (await keystone.identity.logIn('member', keystone.adminPassword, projectScope('demo'))).body.token.user.id
      const made = await keystone.identity.call('POST', `/users/${member}/application_credentials`, {
        token: await keystone.token('member'),
        body: {
          application_credential: {
            ...{ name: 'images', secret: 's', roles: [{ name: 'member' }, { name: 'reader' }] },
            access_rules: [{ service: 'image', method: 'GET', path: '/v2/images' }],
          },
        },
      })
      const { id } = made.body.application_credential
      const identity = { methods: ['application_credential'], application_credential: { id, secret: 's' } }
      const { headers } = await keystone.identity.call('POST', '/auth/tokens', { body: { auth: { identity } } })
      const token = headers.get('x-subject-token') as string
      expect(await status(as(token))).toBe(200)
      const refused = await ask(as(token), '/v2/info/stores')
      expect(refused.status).toBe(401)
      expect(await refused.text()).toContain('access rules')
      expect(await status({ ...as(token), 'x-service-token': await keystone.token('vitrine') }, '/v2/info/import')).toBe(200)
    })
  })

  it('an application credential may be the service’s own account, in a section of its own', async () => {
    const token = await keystone.token('vitrine')
    const { body } = await keystone.identity.call('GET', '/auth/tokens', { token, headers: { 'x-subject-token': token } })
    const path = `/users/${body.token.user.id}/application_credentials`
    const asked = { application_credential: { name: 'vitrine', secret: 's' } }
    const made = await keystone.identity.call('POST', path, { token, body: asked })
    const account = `auth_type = v3applicationcredential\nauth_url = ${keystone.url}/v2.0\napplication_credential_secret = s`
    await start(
      `auth_section = account\n[account]\n${account}\napplication_credential_id = ${made.body.application_credential.id}`,
    )
    expect(await status(as(await keystone.token('reader')))).toBe(200)
  })

  it('1,000 bad tokens with a wrong service password make a handful of log-ins, and 503 with Retry-After', async () => {
    await start('password = wrong')
    const before = logInsOf()
    const statuses = new Set<number>()
    for (let wave = 0; wave < 20; wave += 1) {
      const answers = Array.from({ length: 50 }, (_, i) => ask(as(`bad-${wave}-${i}`)))
      for (const answer of await Promise.all(answers)) {
        statuses.add(answer.status)
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
    }
    expect([...statuses]).toEqual([503])
    expect(logInsOf() - before).toBeLessThanOrEqual(4)
    expect(log().match(/log-in of this service at Keystone fails/g)).toHaveLength(1)
    expect(log()).not.toContain('wrong')
    expect(app?.services.serviceAccount().logIn).toMatchObject({ state: 'serviceAccountRefused' })
  })

  it('401 for the same, as Glance answers, where strict_glance_401 is on', async () => {
    await start('password = wrong\n[vitrine]\nstrict_glance_401 = true')
    const answer = await ask(as(await keystone.token('member')))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe(`Keystone uri="${keystone.url}"`)
  })

  it.each([
    ['region_name = nowhere', 'endpointMissing'],
    ['project_name = demo', 'serviceAccountRefused'],
    ['project_name =', 'endpointMissing'],
    ['username = reader\nproject_name = demo', 'serviceAccountPowerless'],
    ['auth_url = http://127.0.0.1:9', 'identityUnreachable'],
  ])('503 and a cause with %j', async (lines, reason) => {
    await start(lines)
    expect(await status(as(await keystone.token('member')))).toBe(503)
    const { logIn, validation } = (app as TestServer).services.serviceAccount()
    expect([logIn.state, validation.state]).toContain(reason)
    await expect.poll(log).toContain(`"reason":"${reason}"`)
  })

  it('a role that is granted at last mends the service by itself', async () => {
    await start('username = reader\nproject_name = demo')
    expect(await status(as(await keystone.token('member')))).toBe(503)
    await keystone.admin.grant({ role: 'service', user: 'reader', project: 'demo' })
    await expect.poll(async () => status(as(await keystone.token('member'))), { timeout: 8000, interval: 300 }).toBe(200)
    await keystone.admin.withdraw({ role: 'service', user: 'reader', project: 'demo' })
  })

  it('killed under load: who is known goes on, others get 503 and not 401, and it recovers by itself', async () => {
    await keystone.restart({ settings: { token: { provider: 'fernet', caching: false, expiration: 3600 } } })
    await start()
    const [known, unknown] = [await keystone.token('member'), await keystone.token('reader')]
    expect(await status(as(known))).toBe(200)
    await keystone.kill()
    const seen = { known: new Set<number>(), unknown: new Set<number>() }
    const end = Date.now() + 4000
    while (Date.now() < end) {
      const load = Array.from({ length: 20 }, (_, i) => [status(as(known)), status(as(i % 2 ? unknown : `bad-${i}`))])
      for (const [good, other] of load) {
        seen.known.add((await good) as number)
        seen.unknown.add((await other) as number)
      }
    }
    expect([...seen.known]).toEqual([200])
    expect([...seen.unknown]).toEqual([503])
    expect(log().match(/The validation of tokens by Keystone fails/g)).toHaveLength(1)
    await keystone.restart()
    await expect.poll(() => status(as(unknown)), { timeout: 15_000, interval: 250 }).toBe(200)
    await expect.poll(log).toContain('The validation of tokens by Keystone works again')
  })

  describe.skipIf(memcachedMissing)('and memcached', () => {
    let memcached: MemcachedServer
    afterAll(() => memcached?.kill())

    it('remembers there, forgets at log-out, and goes on without it', async () => {
      memcached = await startMemcached()
      const seal = 'memcache_security_strategy = ENCRYPT\nmemcache_secret_key = k'
      await start(`memcached_servers = 127.0.0.1:${memcached.port}\n${seal}`)
      const token = await keystone.token('member')
      const questions = () => keystone.countOf('GET', '/v3/auth/tokens')
      await expect.poll(async () => [await status(as(token)), (await memcached.keys()).length]).toEqual([200, 1])
      const before = questions()
      for (let i = 0; i < 5; i += 1) expect(await status(as(token))).toBe(200)
      expect(questions()).toBe(before)
      await logOut({ token, unscoped: token } as Parameters<typeof logOut>[0])
      expect(await memcached.keys()).toEqual([])
      expect(await status(as(token))).toBe(401)
      await memcached.kill()
      expect(await status(as(await keystone.token('member')))).toBe(200)
    })
  })
})

const projectScope = (name: string) => ({ project: { name, domain: { name: 'Default' } } })
