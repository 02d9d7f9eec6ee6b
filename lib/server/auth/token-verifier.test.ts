import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { authtokenSettings } from '@/testing/authtoken-settings'
import { type FaultyKeystone, startFaultyKeystone } from '@/testing/faulty-keystone'
import { identities } from '@/testing/identities'
import type { Settings } from '../config-options'
import type { Identity } from '../context'
import { versioned } from './keystone-url'
import { startTokens } from './start-tokens'
import { createMemoryTokenCache } from './token-cache-memory'
import { createTokenVerifier } from './token-verifier'

let keystone: FaultyKeystone

beforeEach(async () => {
  keystone = await startFaultyKeystone()
})
afterEach(async () => {
  vi.useRealTimers()
  await keystone.stop()
})

const logged: string[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void logged.push((JSON.parse(line) as { msg: string }).msg) })

function checking(changes: Partial<Settings['keystone_authtoken']> = {}) {
  logged.length = 0
  const settings = { ...authtokenSettings, username: 'glance', password: 'secret', http_request_max_retries: 0, ...changes }
  return startTokens({ settings, log, keystoneUrl: () => `${keystone.url}/`, embedded: undefined })
}
const verifier = (changes: Partial<Settings['keystone_authtoken']> = {}) => checking(changes).tokens
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no failure',
    (error) => error,
  )
/** As if so much time had gone by. */
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

describe('a token that Keystone accepts', () => {
  it('becomes an identity with lower-case roles', async () => {
    expect(await verifier().identify('t')).toMatchObject({
      userName: 'alice',
      scope: 'project',
      projectId: 'p',
      roles: ['member', 'reader'],
      expiresAt: new Date('2999-01-01T00:00:00Z'),
    })
    expect(keystone.lastHeaders).toMatchObject({
      'x-auth-token': 'service-1',
      'x-subject-token': 't',
      'openstack-identity-access-rules': '1',
    })
  })

  it('is asked about once within the cache time', async () => {
    const tokens = verifier()
    await tokens.identify('t')
    await tokens.identify('t')
    expect(keystone.asked).toEqual(['POST /v3/auth/tokens', 'GET /v3/auth/tokens?nocatalog'])
    later(301_000)
    await tokens.identify('t')
    expect(keystone.count('GET')).toBe(2)
  })

  it('is asked about once by simultaneous requests, and again without a cache', async () => {
    const tokens = verifier({ token_cache_time: -1 })
    await Promise.all([1, 2, 3].map(() => tokens.identify('t')))
    expect(keystone.asked).toHaveLength(2)
    await tokens.identify('t')
    expect(keystone.asked).toHaveLength(3)
  })

  it('is asked about again once it was forgotten', async () => {
    const tokens = verifier()
    await tokens.identify('t')
    await tokens.forget('t')
    await tokens.identify('t')
    await tokens.forget()
    await tokens.identify('t')
    expect(keystone.count('GET')).toBe(3)
  })

  it('is not remembered when it was forgotten while Keystone was asked', async () => {
    const answers: ((identity: Identity) => void)[] = []
    const validate = () => new Promise<Identity>((resolve) => answers.push(resolve))
    const tokens = createTokenVerifier({ validate }, createMemoryTokenCache(300))
    const asked = tokens.identify('t')
    await expect.poll(() => answers.length).toBe(1)
    await tokens.forget('t')
    answers[0]?.(identities.member)
    await asked
    const again = tokens.identify('t')
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(identities.member)
    expect(await again).toBe(identities.member)
    expect(await tokens.identify('t')).toBe(identities.member)
  })

  it('may have expired where another service vouches for it', async () => {
    keystone.token = { ...keystone.token, expires_at: '2001-01-01T00:00:00.000000Z' }
    const tokens = verifier()
    expect(await tokens.identify('t', { allowExpired: true })).toMatchObject({ userName: 'alice' })
    expect(keystone.asked.at(-1)).toBe('GET /v3/auth/tokens?nocatalog&allow_expired=1')
    await expect(tokens.identify('t')).rejects.toMatchObject({ kind: 'unauthenticated', reason: 'tokenExpired' })
  })
})

describe('a token that cannot be accepted', () => {
  const refused = { kind: 'unauthenticated', reason: 'tokenRefused' }

  it.each([[[404]], [[401, 404]]])('is refused when Keystone answers %j', async (validate) => {
    keystone.validate = validate
    await expect(verifier().identify('t')).rejects.toMatchObject(refused)
  })

  it('is refused when it could not stand in a header, without asking', async () => {
    await expect(verifier().identify('två\n')).rejects.toMatchObject(refused)
    expect(keystone.asked).toEqual([])
  })

  it('is refused once it has expired', async () => {
    const tokens = verifier()
    keystone.token = { ...keystone.token, expires_at: new Date(Date.now() + 60_000).toISOString() }
    await tokens.identify('t')
    later(61_000)
    await expect(tokens.identify('t')).rejects.toMatchObject({ kind: 'unauthenticated', reason: 'tokenExpired' })
  })

  it('is remembered for a few seconds, but not for who is vouched for', async () => {
    keystone.validate = [404]
    const tokens = verifier()
    for (let i = 0; i < 5; i += 1) await expect(tokens.identify('t')).rejects.toMatchObject(refused)
    expect(keystone.count('GET')).toBe(1)
    await failure(tokens.identify('t', { allowExpired: true }))
    expect(keystone.count('GET')).toBe(2)
    later(6000)
    keystone.validate = [200]
    expect(await tokens.identify('t')).toMatchObject({ userName: 'alice' })
  })
})

describe('a Keystone that cannot be asked', () => {
  const powerless = 'serviceAccountPowerless'
  it.each([
    [{ logIn: [401] }, 'serviceAccountRefused', /401 to the log-in of the service’s user glance: as the test says/],
    [{ logIn: [429] }, 'serviceAccountRefused', /429 to the log-in/],
    [{ logIn: [404] }, 'identityFailing', /404 to the log-in/],
    [{ logIn: [500] }, 'identityFailing', /500 to the log-in/],
    [{ validate: [403] }, powerless, /403 to the validation.*needs the role service/],
    [{ validate: [401] }, 'serviceAccountRefused', /do its nodes share their keys/],
    [{ validate: [500] }, 'identityFailing', /500 to the validation/],
    [{ validate: [404], words: 'Not Found' }, 'identityFailing', /404 to the validation/],
    [{ catalog: [] }, 'endpointMissing', /no internal identity endpoint .*; there is: none/],
    [{ catalog: undefined }, 'endpointMissing', /has no catalogue: it is of no project/],
    [{ token: { expires_at: 'never' } }, 'identityFailing', /something else/],
  ])('leaves a token undecided: %j', async (given, reason, cause) => {
    Object.assign(keystone, given)
    const found = await failure(verifier().identify('t'))
    expect(found).toMatchObject({ kind: 'identityUnavailable', status: 503, reason, headers: { 'retry-after': '1' } })
    expect(String(found.cause)).toMatch(cause)
    expect(found.message).not.toMatch(cause)
  })

  it('is the endpoint of the wanted interface and region', async () => {
    const there = (interface_: string, region: string, url: string) => ({ interface: interface_, region, url })
    keystone.catalog = [
      { type: 'image', endpoints: [there('public', 'Two', 'http://127.0.0.1:1')] },
      { type: 'identity', endpoints: [there('public', 'One', 'http://127.0.0.1:1'), there('public', 'Two', keystone.url)] },
    ]
    expect(await verifier({ interface: 'public', region_name: 'Two' }).identify('t')).toMatchObject({ userName: 'alice' })
    const found = await failure(verifier({ interface: 'public', region_name: 'two' }).identify('t'))
    expect(String(found.cause)).toMatch(/no public identity endpoint in region two .*there is: public in One, public in Two/)
  })

  it('is asked again at once where it may be a passing fault, but never with a password that it has seen', async () => {
    keystone.validate = [502, 503, 200]
    expect(await verifier({ http_request_max_retries: 3 }).identify('t')).toMatchObject({ userName: 'alice' })
    keystone.logIn = [500]
    await failure(verifier({ http_request_max_retries: 3 }).identify('t'))
    expect(keystone.count('POST')).toBe(2)
  })

  it('lets the session go on that is left, and mends it in time', async () => {
    keystone.token = { ...keystone.token, expires_at: new Date(Date.now() + 90_000).toISOString() }
    const tokens = verifier({ token_cache_time: -1 })
    await tokens.identify('t')
    keystone.logIn = [401]
    later(60_000)
    expect(await tokens.identify('t')).toMatchObject({ userName: 'alice' })
    expect(keystone.count('POST')).toBe(1)
    later(15_000)
    expect(await tokens.identify('t')).toMatchObject({ userName: 'alice' })
    expect(keystone.count('POST')).toBe(2)
    later(120_000)
    await expect(tokens.identify('t')).rejects.toMatchObject({ reason: 'serviceAccountRefused' })
  })
})

describe('a clock that is ahead of Keystone’s by more than a token lives', () => {
  it('makes users’ tokens expired, but costs no log-in for each', async () => {
    const time = (ms: number) => new Date(Date.now() - 7_200_000 + ms).toISOString()
    keystone.token = { ...keystone.token, issued_at: time(0), expires_at: time(3_600_000) }
    const tokens = verifier()
    for (const token of ['a', 'b', 'c']) await expect(tokens.identify(token)).rejects.toMatchObject({ reason: 'tokenExpired' })
    expect(keystone.count('POST')).toBe(1)
  })
})

describe('trouble that lasts', () => {
  it('1,000 bad tokens with a wrong password make one log-in, and say so once', async () => {
    keystone.logIn = [401]
    const started = checking()
    const storm = Array.from({ length: 1000 }, (_, i) => failure(started.tokens.identify(`bad-${i}`)))
    const reasons = (await Promise.all(storm)).map(({ reason }) => reason)
    expect(new Set(reasons)).toEqual(new Set(['serviceAccountRefused']))
    for (let i = 0; i < 100; i += 1) await failure(started.tokens.identify(`again-${i}`))
    expect(keystone.asked).toEqual(['POST /v3/auth/tokens'])
    expect(logged).toEqual([expect.stringMatching(/^The log-in of this service at Keystone fails: .* 401 /)])
    expect(started.serviceAccount()).toMatchObject({
      logIn: { state: 'serviceAccountRefused', detail: expect.stringContaining('401') },
      validation: { state: 'untried', detail: '' },
    })
  })

  it('a refused log-in is tried again after 1, 2, 4 … 60 seconds, and works by itself once it may', async () => {
    keystone.logIn = [401]
    later(0)
    const started = checking()
    const waits: number[] = []
    for (let tries = 0; tries < 9; tries += 1) {
      const { headers } = await failure(started.tokens.identify('t'))
      waits.push(Number(headers['retry-after']))
      later((waits.at(-1) as number) * 1000 - 1)
      await failure(started.tokens.identify('t'))
      later(1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(keystone.count('POST')).toBe(9)
    keystone.logIn = [201]
    expect(await started.tokens.identify('t')).toMatchObject({ userName: 'alice' })
    expect(started.serviceAccount()).toMatchObject({ logIn: { state: 'ok' }, validation: { state: 'ok' } })
    expect(logged).toHaveLength(2)
    expect(logged[1]).toMatch(/works again/)
  })

  it('a Keystone that is away is looked for every 5 seconds at the latest, by one request', async () => {
    const tokens = verifier()
    await tokens.identify('known')
    keystone.validate = [500]
    for (let i = 0; i < 6; i += 1) {
      const { headers } = await failure(tokens.identify(`t${i}`))
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(5)
      later(5001)
    }
    const before = keystone.count('GET')
    await Promise.all(Array.from({ length: 50 }, (_, i) => failure(tokens.identify(`wave-${i}`))))
    expect(keystone.count('GET')).toBe(before + 1)
    expect(await tokens.identify('known')).toMatchObject({ userName: 'alice' })
  })

  it('is undecided when nobody answers, and soon so', async () => {
    const tokens = verifier({ http_request_max_retries: 3 })
    await keystone.stop()
    const begun = Date.now()
    expect(await failure(tokens.identify('t'))).toMatchObject({ status: 503, reason: 'identityUnreachable' })
    expect(Date.now() - begun).toBeLessThan(5000)
  })

  it('a role that was granted meanwhile counts with the next session', async () => {
    keystone.validate = [403]
    const tokens = verifier()
    await failure(tokens.identify('t'))
    keystone.validate = [200]
    later(1001)
    await tokens.identify('t')
    expect(keystone.lastHeaders['x-auth-token']).toBe('service-2')
  })
})

it.each([
  ['http://k:5000', 'http://k:5000/v3'],
  ['http://k:5000/', 'http://k:5000/v3'],
  ['http://k/identity/v3/', 'http://k/identity/v3'],
  ['http://k:35357/v2.0', 'http://k:35357/v3'],
])('the identity API of %s is %s', (given, expected) => {
  expect(versioned(given)).toBe(expected)
})
