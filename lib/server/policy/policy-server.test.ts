import { renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageListView } from '@/lib/contract/image'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { startTestServer } from '@/testing/test-server'

const rules = `# The rules of this cloud
"context_is_admin": "role:service"
"publicize_image": "project_id:%(owner)s and role:member"
"delete_image": "!"
"get_images": "@"
"modify_image": "'raw':%(disk_format)s and False:%(protected)s and 0:%(min_ram)s or role:admin"
`

describe('a server with a policy file', () => {
  let api: ImageApi
  let config: string
  beforeAll(async () => {
    config = writeConfig('[oslo_policy]\nenforce_scope = false\n', { 'policy.yaml': rules })
    api = await startImageApi(['--config-file', config])
  })
  afterAll(async () => {
    await api?.stop()
    removeConfig(config)
  })

  it('201 where the file allows more than the default', async () => {
    expect(await api.status('POST', '/v2/images', { body: { visibility: 'public' } })).toBe(201)
  })
  it('403 where the file allows less, with what was asked for', async () => {
    const { id } = await api.create()
    const refused = await api.call('DELETE', `/v2/images/${id}`)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('The policy delete_image does not allow you to do this: nobody may.')
  })
  it('decides by what the image is', async () => {
    const fields = { disk_format: 'raw', container_format: 'bare' }
    const tag = async (more: object) => {
      const { id } = await api.create({ ...fields, ...more })
      return api.status('PUT', `/v2/images/${id}/tags/x`)
    }
    expect([await tag({}), await tag({ disk_format: 'iso' }), await tag({ protected: true })]).toEqual([204, 403, 403])
  })
  it('makes administrators of those whom context_is_admin names', async () => {
    const { id } = await api.create({ visibility: 'private' })
    expect(await api.status('GET', `/v2/images/${id}`, { as: 'stranger' })).toBe(404)
    const listed = async (as: 'admin' | 'service') => {
      const response = await api.call('GET', '/v2/images?visibility=private', { as })
      return ((await response.json()) as ImageListView).images.map((image) => image.id)
    }
    expect(await listed('service')).toContain(id)
    expect(await listed('admin')).not.toContain(id)
  })
  it('200 for a token of the system where scopes are not enforced', async () => {
    const { id } = await api.create({ visibility: 'public' })
    expect(await api.status('GET', '/v2/images', { as: 'systemAdmin' })).toBe(200)
    expect(await api.status('GET', `/v2/images/${id}`, { as: 'systemAdmin' })).toBe(200)
  })
  it('follows a change without a restart', async () => {
    const { id } = await api.create()
    writeFileSync(join(dirname(config), 'new.yaml'), rules.replace('"!"', '"role:member"'))
    renameSync(join(dirname(config), 'new.yaml'), join(dirname(config), 'policy.yaml'))
    await sleep(1350)
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
  })
})

it('a bad policy file stops the start in one line that names file, line and rule', async () => {
  const config = writeConfig('', { 'policy.yaml': '\n"get_image": "role:admin or"\n' })
  const message = await startTestServer({}, ['--config-file', config]).then(
    (server) => server.stop(),
    (error: Error) => error.message,
  )
  removeConfig(config)
  expect(message).toMatch(/^\S+policy\.yaml:2: the rule get_image: it ends where a check is expected$/)
})
