import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceListView, ServiceName, ServiceView } from '@/lib/contract/service-state'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { databaseServers, type MariadbServer, startMariadb } from '@/testing/database-servers'
import { freePort } from '@/testing/free-port.mjs'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { type MemcachedServer, memcachedMissing, startMemcached } from '@/testing/memcached-server'

const missing = memcachedMissing ?? databaseServers.find(({ kind }) => kind === 'mysql')?.missing
const soon = { timeout: 20_000, interval: 500 }

describe.skipIf(missing)('GET /api/services while parts fail', () => {
  let mariadb: MariadbServer
  let memcached: MemcachedServer
  let config: string
  let api: ImageApi
  beforeAll(async () => {
    mariadb = await startMariadb()
    memcached = await startMemcached()
    const database = `[database]\nconnection = ${await mariadb.createEmpty()}\n`
    const keystone = `auth_url = http://127.0.0.1:${await freePort()}\nmemcached_servers = 127.0.0.1:${memcached.port}\nusername = glance\npassword = secret\nproject_name = service\n`
    config = writeConfig(`${database}[keystone_authtoken]\n${keystone}`)
    api = await startImageApi(['--config-file', config])
  })
  afterAll(async () => {
    await api?.stop()
    await memcached?.kill()
    await mariadb?.stop()
    if (config) removeConfig(config)
  })

  async function the(name: ServiceName): Promise<ServiceView | undefined> {
    const answer = await api.call('GET', '/api/services', { as: 'admin' })
    expect(answer.status).toBe(200)
    return ((await answer.json()) as ServiceListView).services.find((service) => service.name === name)
  }
  const stateOf = async (name: ServiceName) => (await the(name))?.state

  it('says that a memcached is down, why and since when, and that it is back', async () => {
    expect(await the('memcached')).toMatchObject({ state: 'up', cause: null, instance: `127.0.0.1:${memcached.port}` })
    const before = Date.now()
    await memcached.kill()
    await expect.poll(() => stateOf('memcached'), soon).toBe('down')
    const down = await the('memcached')
    expect(down).toMatchObject({ cause: 'memcachedSilent', detail: expect.stringContaining('ECONNREFUSED') })
    expect(Date.parse(down?.since ?? '')).toBeGreaterThanOrEqual(before)
    expect(await stateOf('database')).toBe('up')
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await the('memcached'))?.since).toBe(down?.since)
    await memcached.restart()
    await expect.poll(() => stateOf('memcached'), soon).toBe('up')
    expect((await the('memcached'))?.since).not.toBe(down?.since)
  })
  it('says that a memcached hangs', async () => {
    memcached.signal('SIGSTOP')
    await expect.poll(async () => (await the('memcached'))?.detail, soon).toBe('There was no answer in time.')
    memcached.signal('SIGCONT')
    await expect.poll(() => stateOf('memcached'), soon).toBe('up')
  })
  it('says that the database hangs', async () => {
    mariadb.signal('SIGSTOP')
    await expect.poll(async () => (await the('database'))?.detail, soon).toBe('There was no answer within 3 seconds.')
    expect(await the('api')).toMatchObject({ state: 'up', queue: {} })
    mariadb.signal('SIGCONT')
    await expect.poll(() => stateOf('database'), soon).toBe('up')
  })
  it('says that the database is down, why and since when, and that it is back', async () => {
    const before = Date.now()
    await mariadb.crash()
    await expect.poll(() => stateOf('database'), soon).toBe('down')
    const down = await the('database')
    expect(down).toMatchObject({ cause: 'databaseSilent', place: 'mysql', detail: expect.stringContaining('ECONNREFUSED') })
    expect(Date.parse(down?.since ?? '')).toBeGreaterThanOrEqual(before)
    expect(await the('api')).toMatchObject({ state: 'up', queue: {} })
    expect(await stateOf('memcached')).toBe('up')
    await mariadb.restart()
    await expect.poll(() => stateOf('database'), soon).toBe('up')
    expect((await the('api'))?.queue).toEqual({ uploads: 0, tasks: 0 })
    expect(await api.status('GET', '/v2/images')).toBe(200)
  })
})
