import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configOptions } from '../config-options'
import { createKeystoneLimits } from './keystone-limits'

const keystone = 'http://127.0.0.1:5000/v3'
const password = 'labsecret'
const reachable = await fetch(keystone, { signal: AbortSignal.timeout(3000) }).then(
  (response) => response.ok,
  () => false,
)

const defaults = Object.fromEntries(Object.entries(configOptions.oslo_limit).map(([name, { fallback }]) => [name, fallback]))
const access = { auth_url: keystone, username: 'admin', password, system_scope: 'all' }
const settings = (changes: Record<string, string>) =>
  ({ ...defaults, ...access, ...changes }) as unknown as Parameters<typeof createKeystoneLimits>[0]

describe('limits of a real Keystone', () => {
  if (!reachable) return it.skip(`needs a Keystone at ${keystone}`)
  const made: string[] = []
  const type = `image-${randomUUID().slice(0, 8)}`
  let token: string
  let serviceId: string
  let endpointId: string

  const call = (method: string, path: string, body?: unknown) =>
    fetch(keystone + path, {
      method,
      headers: { 'x-auth-token': token ?? '', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const make = async (path: string, body: unknown) => {
    const response = await call('POST', path, body)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    const [answer] = Object.values((await response.json()) as Record<string, unknown>)
    const { id } = (Array.isArray(answer) ? answer[0] : answer) as { id: string }
    made.unshift(`${path}/${id}`)
    return id
  }

  beforeAll(async () => {
    const user = { name: 'admin', password, domain: { id: 'default' } }
    const auth = { identity: { methods: ['password'], password: { user } }, scope: { system: { all: true } } }
    token = (await call('POST', '/auth/tokens', { auth })).headers.get('x-subject-token') ?? ''
    serviceId = await make('/services', { service: { type, name: type } })
    endpointId = await make('/endpoints', { endpoint: { service_id: serviceId, interface: 'public', url: 'http://x' } })
    const limit = (resource_name: string, default_limit: number) => ({ service_id: serviceId, resource_name, default_limit })
    for (const [name, value] of [
      ['image_size_total', 10],
      ['image_count_total', 20],
    ] as const) {
      await make('/registered_limits', { registered_limits: [limit(name, value)] })
    }
  })
  afterAll(async () => {
    for (const path of made) await call('DELETE', path)
  })

  it('are the registered ones, and 0 where there are none', async () => {
    expect(await createKeystoneLimits(settings({ endpoint_id: endpointId })).ofProject('p1')).toEqual({
      image_size_total: 10,
      image_stage_total: 0,
      image_count_total: 20,
      image_count_uploading: 0,
    })
  })
  it('are the project’s own where it has some', async () => {
    const project = await make('/projects', { project: { name: type, domain_id: 'default' } })
    const limit = { project_id: project, service_id: serviceId, resource_name: 'image_count_total', resource_limit: 3 }
    await make('/limits', { limits: [limit] })
    const limits = createKeystoneLimits(settings({ endpoint_service_type: type, endpoint_interface: 'public' }))
    expect(await limits.ofProject(project)).toMatchObject({ image_size_total: 10, image_count_total: 3 })
    expect(await limits.ofProject('another')).toMatchObject({ image_count_total: 20 })
    const of = await limits.ofAll()
    expect([of(project).image_count_total, of('another').image_count_total]).toEqual([3, 20])
  })
  it.each([
    [{ endpoint_id: 'none' }],
    [{ endpoint_id: '' }],
    [{ endpoint_service_type: 'no-such-service' }],
    [{ endpoint_service_name: type, endpoint_region_name: 'nowhere' }],
    [{ password: 'wrong' }],
    [{ auth_url: '' }],
  ])('are an internal failure with the settings %j', async (changes) => {
    const named = { endpoint_id: 'password' in changes || 'auth_url' in changes ? endpointId : '' }
    await expect(createKeystoneLimits(settings({ ...named, ...changes })).ofProject('p1')).rejects.toMatchObject({
      kind: 'internal',
    })
  })
})
