import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageListView } from '@/lib/contract/image'
import { removeConfig, writeConfig } from '@/testing/config-file'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let config: string
const ids: Record<string, string> = {}
beforeAll(async () => {
  config = writeConfig('[DEFAULT]\nallow_anonymous_access = true\n[oslo_policy]\nenforce_new_defaults = false\n')
  api = await startImageApi(['--config-file', config])
  for (const visibility of ['public', 'community', 'shared', 'private']) {
    ids[visibility] = (await api.createActive('bytes', { name: visibility, visibility, owner: 'p-demo' }, 'admin')).id
  }
})
afterAll(async () => {
  await api?.stop()
  removeConfig(config)
})

const of = (visibility: string) => `/v2/images/${ids[visibility]}`

describe('without a token, where allow_anonymous_access is on', () => {
  const status = (method: string, path: string, body?: unknown) => api.status(method, path, { as: null, body })
  const names = async (query = '') => {
    const response = await api.call('GET', `/v2/images${query}`, { as: null })
    return ((await response.json()) as ImageListView).images.map(({ name }) => name)
  }

  it('200 for what is public', async () => {
    expect(await status('GET', of('public'))).toBe(200)
    expect(await status('GET', `${of('public')}/file`)).toBe(200)
  })
  it('200 lists what is public, whatever is asked for', async () => {
    expect(await names()).toEqual(['public'])
    expect(await names('?visibility=all')).toEqual(['public'])
    expect(await names('?visibility=community')).toEqual([])
  })
  it('401 with a token that is not valid', async () => {
    expect(await api.status('GET', '/v2/images', { as: null, headers: { 'x-auth-token': 'nonsense' } })).toBe(401)
  })
  it('403 for every change', async () => {
    expect(await status('POST', '/v2/images', {})).toBe(403)
    expect(await status('DELETE', of('public'))).toBe(403)
    expect(await status('PUT', `${of('public')}/tags/x`)).toBe(403)
    expect(await status('POST', `${of('public')}/members`, { member: 'x' })).toBe(403)
  })
  it('404 for what is not public', async () => {
    for (const visibility of ['community', 'shared', 'private']) expect(await status('GET', of(visibility))).toBe(404)
  })
})

describe('any role, where enforce_new_defaults is off', () => {
  const status = (method: string, path: string, as: Caller, body?: unknown) => api.status(method, path, { as, body })

  it('201 and 204 for one’s own images', async () => {
    const { id } = await api.create({}, 'roleless')
    expect(await status('PUT', `/v2/images/${id}/tags/x`, 'roleless')).toBe(204)
    expect(await status('DELETE', `/v2/images/${id}`, 'roleless')).toBe(204)
  })
  it('200 for the data of a public image', async () => expect(await status('GET', `${of('public')}/file`, 'roleless')).toBe(200))
  it('403 for what is another project’s', async () => {
    expect(await status('DELETE', of('public'), 'stranger')).toBe(403)
    expect(await status('POST', '/v2/images', 'roleless', { owner: 'p-other' })).toBe(403)
    expect(await status('POST', '/v2/images', 'roleless', { visibility: 'public' })).toBe(403)
  })
  it('403 for tokens of no project', async () => expect(await status('GET', '/v2/images', 'unscoped')).toBe(403))
})

describe('X-OpenStack-Request-ID', () => {
  const withId = (id: string) => api.status('GET', '/v2/images', { headers: { 'x-openstack-request-id': id } })

  it('of the caller stands in the log', async () => {
    const id = 'req-5b1e0a57-caller'
    expect(await withId(id)).toBe(200)
    await expect.poll(() => readFileSync(api.server.services.config.DEFAULT.log_file, 'utf8')).toContain(id)
  })
  it('431 when it is too long', async () => {
    expect(await withId('x'.repeat(64))).toBe(200)
    expect(await withId('x'.repeat(65))).toBe(431)
  })
})
