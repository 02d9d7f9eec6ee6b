import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { UsageOverviewView, UsageSampleListView } from '@/lib/contract/usage-overview'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, octets, startImageApi } from '@/testing/image-api'

/** A Keystone of three documents; each test may put other answers in their place. */
const answers: Record<string, { status: number; body: unknown }> = {}
const plenty = {
  registered_limits: [
    { resource_name: 'image_size_total', default_limit: 1 },
    { resource_name: 'image_count_total', default_limit: 3 },
    { resource_name: 'image_count_uploading', default_limit: -1 },
  ],
}
const endpoint = { endpoint: { service_id: 's1', region_id: 'r1' } }
const asked: string[] = []
let keystone: Server
let config: string
let api: ImageApi

beforeAll(async () => {
  keystone = createServer((request, response) => {
    asked.push(request.url ?? '')
    const path = request.url?.split('?')[0] ?? ''
    const { status, body } = answers[path] ?? { status: 404, body: {} }
    response.writeHead(status, { 'x-subject-token': 'service-token' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => keystone.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(keystone.address() as AddressInfo).port}`
  config = writeConfig(`[DEFAULT]
use_keystone_limits = true
user_storage_quota = 1
[oslo_limit]
auth_url = ${url}
username = glance
password = secret
system_scope = all
endpoint_id = e1
`)
  api = await startImageApi(['--config-file', config])
})
beforeEach(async () => {
  answers['/v3/auth/tokens'] = { status: 201, body: {} }
  answers['/v3/endpoints/e1'] = { status: 200, body: endpoint }
  answers['/v3/registered_limits'] = { status: 200, body: plenty }
  answers['/v3/limits'] = { status: 200, body: { limits: [] } }
  const { images } = (await (await api.call('GET', '/v2/images')).json()) as { images: { id: string }[] }
  for (const { id } of images) await api.call('DELETE', `/v2/images/${id}`)
})
afterAll(async () => {
  await api?.stop()
  keystone?.close()
  removeConfig(config)
})

const formats = { disk_format: 'raw', container_format: 'bare' }
const put = (id: string, body: Uint8Array, headers = {}) =>
  api.status('PUT', `/v2/images/${id}/file`, { headers: { ...octets, ...headers }, body })
const own = (name: string, limit: number) => {
  const body = { limits: [{ resource_name: name, resource_limit: limit, project_id: 'p-demo' }] }
  answers['/v3/limits'] = { status: 200, body }
}
const mebibyte = Buffer.alloc(1024 * 1024, 1)

describe('Keystone’s limits', () => {
  it('of size let a project go beyond once, and take the place of user_storage_quota', async () => {
    const images = [await api.create(formats), await api.create(formats), await api.create(formats)]
    const statuses = []
    for (const { id } of images) statuses.push(await put(id, mebibyte))
    expect(statuses).toEqual([204, 204, 413])
  })
  it('of size refuse what is announced to be too much', async () => {
    const { id } = await api.create(formats)
    const announced = Buffer.concat([mebibyte, mebibyte])
    expect(await put(id, announced, { 'x-openstack-image-size': `${announced.length}` })).toBe(413)
    expect((await api.show(id)).status).toBe('queued')
  })
  it('of images refuse one more', async () => {
    for (const name of ['a', 'b', 'c']) await api.create({ name })
    expect(await api.status('POST', '/v2/images', { body: {} })).toBe(413)
    expect(await api.status('POST', '/v2/images', { body: {}, as: 'stranger' })).toBe(201)
  })
  it('of uploads refuse one more', async () => {
    own('image_count_uploading', 0)
    const { id } = await api.create(formats)
    expect(await put(id, mebibyte)).toBe(413)
    own('image_count_uploading', 1)
    expect(await put(id, mebibyte)).toBe(204)
  })
  it('of uploads count what is staged, and let that be imported', async () => {
    own('image_count_uploading', 1)
    const [first, second] = [await api.create(formats), await api.create(formats)]
    const stage = (id: string) => api.status('PUT', `/v2/images/${id}/stage`, { headers: octets, body: 'bytes' })
    expect([await stage(first.id), await stage(second.id)]).toEqual([204, 413])
    const body = { method: { name: 'glance-direct' } }
    expect(await api.status('POST', `/v2/images/${first.id}/import`, { body })).toBe(202)
    await expect.poll(async () => (await api.show(first.id)).status).toBe('active')
    expect(await stage(second.id)).toBe(204)
  })
  it('of staging let a project go beyond once', async () => {
    own('image_stage_total', 1)
    const images = [await api.create(formats), await api.create(formats), await api.create(formats)]
    const stage = (id: string) => api.status('PUT', `/v2/images/${id}/stage`, { headers: octets, body: mebibyte })
    const statuses = []
    for (const { id } of images) statuses.push(await stage(id))
    expect(statuses).toEqual([204, 204, 413])
  })
  it('of size refuse an import once a project is beyond', async () => {
    for (let count = 0; count < 2; count++) expect(await put((await api.create(formats)).id, mebibyte)).toBe(204)
    const { id } = await api.create(formats)
    const body = { method: { name: 'web-download', uri: 'http://example.org/x' } }
    expect(await api.status('POST', `/v2/images/${id}/import`, { body })).toBe(413)
  })
  it('of a project come before the registered ones', async () => {
    own('image_count_total', 0)
    expect(await api.status('POST', '/v2/images', { body: {} })).toBe(413)
  })
  it('that nobody registered are 0', async () => {
    answers['/v3/registered_limits'] = { status: 200, body: { registered_limits: [] } }
    expect(await api.status('POST', '/v2/images', { body: {} })).toBe(413)
  })
  it('are asked for the service and the region of the endpoint', async () => {
    await api.create()
    expect(asked).toContain('/v3/registered_limits?service_id=s1&region_id=r1')
    expect(asked).toContain('/v3/limits?service_id=s1&region_id=r1&project_id=p-demo')
  })
})

describe('GET /v2/info/usage', () => {
  const usage = (as: 'member' | 'roleless' | 'unscoped' | null) => api.call('GET', '/v2/info/usage', { as })

  it('200 with what is used of each limit', async () => {
    const { id } = await api.create(formats)
    await put(id, mebibyte)
    expect(await (await usage('member')).json()).toEqual({
      usage: {
        image_size_total: { usage: 1, limit: 1 },
        image_stage_total: { usage: 0, limit: 0 },
        image_count_total: { usage: 1, limit: 3 },
        image_count_uploading: { usage: 0, limit: -1 },
      },
    })
  })
  it('200 without a role', async () => expect((await usage('roleless')).status).toBe(200))
  it('401 without a token', async () => expect((await usage(null)).status).toBe(401))
  it('403 without a project', async () => expect((await usage('unscoped')).status).toBe(403))
  it('404 for other methods', async () => {
    const response = await api.call('POST', '/v2/info/usage')
    expect([response.status, response.headers.get('allow')]).toEqual([404, null])
  })
})

describe('what Keystone refuses', () => {
  it.each([
    ['the log-in', '/v3/auth/tokens', 401],
    ['limits to this user', '/v3/registered_limits', 403],
    ['limits to this user', '/v3/limits', 403],
  ])('500 with the cause in the log: %s', async (_, path, status) => {
    answers[path] = { status, body: {} }
    // A refused log-in shows once the token that is kept has ended.
    if (path === '/v3/auth/tokens') answers['/v3/limits'] = { status: 401, body: {} }
    const response = await api.call('GET', '/v2/info/usage')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('Keystone')
    const log = () => readFileSync(api.server.services.config.DEFAULT.log_file, 'utf8')
    await expect.poll(log).toContain(`Keystone answered ${status} to`)
  })
  it('500 for an answer that is none', async () => {
    answers['/v3/limits'] = { status: 200, body: { nothing: [] } }
    expect(await api.status('GET', '/v2/info/usage')).toBe(500)
  })
  it('503 while Keystone is ill', async () => {
    answers['/v3/limits'] = { status: 502, body: {} }
    expect(await api.status('POST', '/v2/images', { body: {} })).toBe(503)
  })
})

describe('what administrators see of all projects', { timeout: 60_000 }, () => {
  const get = async (path: string) => (await api.call('GET', path, { as: 'admin' })).json()
  const overview = async () => (await get('/api/usage')) as UsageOverviewView
  /** Until the own image is counted: where a count takes long, what was counted before is told for a while. */
  const counted = async () => {
    const samples = async () => ((await get('/api/usage/samples?project=p-demo')) as UsageSampleListView).samples
    await expect.poll(async () => (await samples()).at(-1)?.images, { timeout: 50_000 }).toBe(1)
  }

  it('are each project’s own limits and the registered ones, in bytes and images, by one question for all', async () => {
    await api.create({}, 'stranger')
    await api.create()
    await counted()
    const own = { project_id: 'p-other', resource_name: 'image_count_total', resource_limit: 7 }
    answers['/v3/limits'] = { status: 200, body: { limits: [own] } }
    asked.length = 0
    const { projects, limited_by, problem } = await overview()
    expect(asked.filter((url) => url.startsWith('/v3/limits'))).toHaveLength(1)
    expect([limited_by, problem]).toEqual(['keystone', null])
    const limitsOf = (id: string) => projects.find(({ project_id }) => project_id === id)?.limits
    expect(limitsOf('p-demo')).toEqual({ images: 3, uploading: null, stored_bytes: 1024 ** 2, staged_bytes: 0 })
    expect(limitsOf('p-other')).toMatchObject({ images: 7 })
  })
  it('is what is used, and why limits are not known, where Keystone refuses', async () => {
    await api.create()
    await counted()
    answers['/v3/registered_limits'] = { status: 403, body: {} }
    const { projects, problem } = await overview()
    expect(projects.find(({ project_id }) => project_id === 'p-demo')).toMatchObject({ images: 1, limits: null })
    expect(problem).toBe('The limits of this project cannot be read.')
    expect(readFileSync(api.server.services.config.DEFAULT.log_file, 'utf8')).toContain('Keystone answered 403')
  })
})
