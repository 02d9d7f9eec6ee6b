import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceListView, ServiceName, ServiceView } from '@/lib/contract/service-state'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, startImageApi } from '@/testing/image-api'

const file = writeConfig(
  ['[DEFAULT]', 'image_cache_dir = {folder}/cache', '[healthcheck]', 'disable_by_file_path = {folder}/off', ''].join('\n'),
)
const folder = dirname(file)
let api: ImageApi
beforeAll(async () => {
  api = await startImageApi(['--config-file', file])
})
afterAll(async () => {
  await api?.stop()
  removeConfig(file)
})

async function look(): Promise<ServiceView[]> {
  const answer = await api.call('GET', '/api/services', { as: 'admin' })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as ServiceListView).services
}

async function the(name: ServiceName): Promise<ServiceView | undefined> {
  return (await look()).find((service) => service.name === name)
}

describe('GET /api/services', () => {
  it('401 without a token', async () => expect(await api.status('GET', '/api/services', { as: null })).toBe(401))
  it('403 for everybody but administrators', async () => {
    for (const as of ['member', 'reader', 'service', 'domainAdmin'] as const)
      expect(await api.status('GET', '/api/services', { as })).toBe(403)
  })
  it('says of each part that it is up, or why it is not run', async () => {
    const found = (await look()).map(({ name, state, cause }) => [name, state, cause])
    expect(found).toEqual([
      ['api', 'up', null],
      ['registry', 'off', 'insideApi'],
      ['database', 'up', null],
      ['store', 'up', null],
      ['store', 'unknown', null],
      ['keystone', 'up', 'embedded'],
      ['cache', 'up', null],
      ['memcached', 'off', 'rememberedInProcess'],
    ])
  })
  it('knows version, memory and uptime of the process, and what is under way', async () => {
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    const metadata = `image_id ${Buffer.from(id).toString('base64')}`
    await api.status('POST', '/uploads', {
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '4', 'upload-metadata': metadata },
    })
    await expect.poll(async () => (await the('api'))?.queue, { timeout: 5000 }).toEqual({ uploads: 1, tasks: 0 })
    const found = await the('api')
    expect(found?.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(found?.memory_bytes).toBeGreaterThan(1e6)
    expect(found?.uptime_seconds).toBeGreaterThanOrEqual(0)
  })
  it('asks the database, Keystone and the file system', async () => {
    expect((await the('database'))?.version).toMatch(/^3\./)
    expect(await the('keystone')).toMatchObject({ version: 'v3.14', latency_ms: expect.any(Number) })
    expect((await the('store'))?.room?.total).toBeGreaterThan(0)
  })
  it('says that the operator has taken the process out of service', async () => {
    writeFileSync(join(folder, 'off'), '')
    expect(await the('api')).toMatchObject({ state: 'degraded', cause: 'disabledByFile', detail: expect.stringContaining('off') })
    await rm(join(folder, 'off'))
  })
  it('says which store cannot be written, and goes on with the rest', async () => {
    const store = api.server.services.config.glance_store.filesystem_store_datadir
    await rm(store, { recursive: true })
    await expect.poll(async () => (await the('store'))?.cause, { timeout: 5000 }).toBe('storeUnavailable')
    expect((await the('database'))?.state).toBe('up')
  })
})
