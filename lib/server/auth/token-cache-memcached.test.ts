import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCertificate } from '@/testing/causes/certificates'
import { identities } from '@/testing/identities'
import { type MemcachedServer, memcachedMissing, startMemcached } from '@/testing/memcached-server'
import { createMemcachedClient, type MemcachedClient } from './memcached-client'
import type { TokenCache } from './token-cache'
import { createMemcachedTokenCache } from './token-cache-memcached'
import { createCacheSeal, type SealStrategy } from './token-cache-seal'

const keystone = 'http://keystone:5000'
const member = { ...identities.member, accessRules: [{ service: 'image', method: 'GET', path: '/v2/**' }] }

describe.skipIf(memcachedMissing)(`tokens in memcached ${memcachedMissing ?? ''}`, () => {
  let servers: MemcachedServer[] = []
  const clients: MemcachedClient[] = []
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => void logged.push((JSON.parse(line) as { msg: string }).msg) })

  beforeEach(async () => {
    servers = await Promise.all([startMemcached(), startMemcached(), startMemcached()])
    logged.length = 0
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop()
    await Promise.all(servers.map((server) => server.kill()))
  })

  interface Given {
    strategy?: SealStrategy
    secret?: string
    of?: string
    count?: number
    timeoutMs?: number
  }
  /** One process's cache, once its connections are made. A server that lives may be slow here, unless it is told to hang. */
  async function cacheOf(given: Given = {}): Promise<TokenCache> {
    const { strategy = 'None', secret = 's', of = keystone, count = 1, timeoutMs = 5000 } = given
    const addresses = servers.slice(0, count).map(({ address }) => address)
    const client = createMemcachedClient({ servers: addresses, log, timeoutMs, retryMs: 100 })
    clients.push(client)
    const cache = createMemcachedTokenCache({ client, seal: createCacheSeal(strategy, secret), seconds: 300, keystone: of })
    await expect.poll(() => remembers(cache, `ready-${clients.length}`)).toBe(true)
    return cache
  }
  it('are remembered by TLS, and only in a memcached whose certificate is trusted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-memcached-'))
    const [known, unknown] = ['known', 'unknown'].map((name) => makeCertificate(folder, name))
    servers.push(await startMemcached(known))
    const addresses = servers.slice(-1).map(({ address }) => address)
    const clientOf = (ca: Buffer | undefined) => {
      const client = createMemcachedClient({ servers: addresses, ...(ca && { tls: { ca } }), log, timeoutMs: 5000, retryMs: 100 })
      clients.push(client)
      return createMemcachedTokenCache({ client, seal: createCacheSeal('None', ''), seconds: 300, keystone })
    }
    const trusting = clientOf(known?.cert)
    await expect.poll(() => remembers(trusting, 'by-tls')).toBe(true)
    expect(logged).toEqual([])
    const others = [clientOf(unknown?.cert), clientOf(undefined)]
    await expect.poll(() => logged.filter((line) => line.includes('is away'))).toHaveLength(1)
    for (const other of others) expect(await remembers(other, 'by-tls')).toBe(false)
    rmSync(folder, { recursive: true })
  })

  const remembers = async (cache: TokenCache, token: string) => {
    cache.remember(token, member)
    return (await cache.find(token)) !== null
  }
  const [first, second] = [() => servers[0] as MemcachedServer, () => servers[1] as MemcachedServer]

  it.each<SealStrategy>(['None', 'MAC', 'ENCRYPT'])(
    '%s: what one process remembers, another finds and forgets',
    async (strategy) => {
      const [one, other] = [await cacheOf({ strategy }), await cacheOf({ strategy })]
      one.remember('t', member)
      await expect.poll(() => other.find('t')).toEqual(member)
      expect(await other.find('another')).toBeNull()
      await other.forget('t')
      expect(await one.find('t')).toBeNull()
    },
  )

  it('holds neither tokens nor, where encrypted, whose they are', async () => {
    const cache = await cacheOf({ strategy: 'ENCRYPT' })
    await expect.poll(() => remembers(cache, 'the-token')).toBe(true)
    const keys = await first().keys()
    expect(keys.length).toBeGreaterThan(0)
    const held = (await Promise.all(keys.map((key) => first().say(`get ${key}`)))).join() + keys.join()
    expect(held).not.toMatch(/the-token|u-ada|demo/)
  })

  it.each<SealStrategy>(['MAC', 'ENCRYPT'])(
    '%s: an entry that was changed, moved or sealed by others is not there',
    async (strategy) => {
      const cache = await cacheOf({ strategy })
      expect(await (await cacheOf({ strategy, secret: 'other' })).find('t')).toBeNull()
      await first().say('flush_all')
      cache.remember('good', member)
      await expect.poll(() => first().keys()).toHaveLength(1)
      const [name = ''] = await first().keys()
      const sealed = createCacheSeal(strategy, 's')
      const admin = JSON.stringify({ at: Date.now(), identity: identities.admin })
      const raw = createMemcachedClient({ servers: [first().address], log, timeoutMs: 5000, retryMs: 100 })
      clients.push(raw)
      await expect.poll(() => raw.get(name)).not.toBeNull()
      for (const poison of [
        Buffer.from(admin),
        sealed.seal('elsewhere', admin),
        createCacheSeal(strategy, 'x').seal(name, admin),
        Buffer.alloc(5),
      ]) {
        raw.set(name, poison, 60)
        await expect.poll(() => raw.get(name)).toEqual(poison)
        expect(await cache.find('good')).toBeNull()
      }
      raw.set(name, sealed.seal(name, admin), 60)
      await expect.poll(() => cache.find('good')).toEqual(identities.admin)
    },
  )

  it('without a seal, what has not the form of an identity, or is of another Keystone, is not there', async () => {
    const cache = await cacheOf()
    expect(await (await cacheOf({ of: 'http://staging:5000' })).find('ready-1')).toBeNull()
    await first().say('flush_all')
    await expect.poll(() => remembers(cache, 't')).toBe(true)
    const [name = ''] = await first().keys()
    for (const text of ['{"identity":{"roles":["admin"]}}', 'nonsense', 'null']) {
      await first().say(`set ${name} 0 60 ${text.length}\r\n${text}`)
      expect(await cache.find('t')).toBeNull()
    }
  })

  it('are spread over the servers, and stay where they are when one goes', async () => {
    const cache = await cacheOf({ count: 3 })
    const counts = async () => Promise.all(servers.map(async (server) => (await server.keys()).length))
    const sum = async () => (await counts()).reduce((a, b) => a + b)
    let early = 0
    const reachesAll = async () => {
      early += 1
      cache.remember(`early-${early}`, member)
      return (await counts()).every((count) => count > 0)
    }
    await expect.poll(reachesAll).toBe(true)
    const [before, held] = [await sum(), (await second().keys()).length]
    const tokens = Array.from({ length: 90 }, (_, i) => `t${i}`)
    for (const token of tokens) cache.remember(token, member)
    await expect.poll(sum).toBeGreaterThanOrEqual(before + 90)
    for (const count of await counts()) expect(count).toBeGreaterThan(10)
    const lost = (await second().keys()).length - held
    await second().kill()
    await expect.poll(() => logged.length).toBe(1)
    const found = await Promise.all(tokens.map((token) => cache.find(token)))
    expect(found.filter((each) => each === null).length).toBeLessThanOrEqual(lost)
    expect(found.filter((each) => each !== null).length).toBeGreaterThanOrEqual(90 - lost)
  })

  it('cost no time while a server is dead or hangs, and are back with it', async () => {
    const cache = await cacheOf({ timeoutMs: 300 })
    await expect.poll(() => remembers(cache, 't')).toBe(true)
    first().signal('SIGSTOP')
    // The signal takes a moment to arrive.
    await expect.poll(() => cache.find('t')).toBeNull()
    const begun = Date.now()
    for (let i = 0; i < 1000; i += 1) expect(await cache.find('t')).toBeNull()
    // Were each of them to wait for the server, they would take minutes.
    expect(Date.now() - begun).toBeLessThan(3000)
    first().signal('SIGCONT')
    await expect.poll(() => cache.find('t')).toEqual(member)
    await first().kill()
    expect(await cache.find('t')).toBeNull()
    await first().restart()
    await expect.poll(() => remembers(cache, 't')).toBe(true)
    expect(logged.filter((line) => line.includes('away')).length).toBe(logged.filter((line) => line.includes('back')).length)
  })

  it('are forgotten all together by the process that was told so', async () => {
    const cache = await cacheOf()
    await expect.poll(() => remembers(cache, 't')).toBe(true)
    await cache.forget()
    expect(await cache.find('t')).toBeNull()
  })
})
