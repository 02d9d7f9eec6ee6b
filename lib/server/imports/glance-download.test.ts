import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '@/lib/contract/image'
import { type ImportApi, startImportApi, startWebServer, type WebServer } from '@/testing/import-api'

let api: ImportApi
let keystone: WebServer
const asked: (string | undefined)[] = []

beforeAll(async () => {
  keystone = await startWebServer()
  api = await startImportApi({
    DEFAULT: ['enabled_import_methods = [glance-download]'],
    keystone_authtoken: [`auth_url = ${keystone.url}`, 'username = vitrine'],
  })
  const endpoints = [
    { interface: 'public', region_id: 'two', url: `${api.web.url}/v2.9/` },
    { interface: 'public', region_id: 'far', url: 'http://10.0.0.1:9292' },
  ]
  keystone.serve((request, response) => {
    asked.push(request.headers['x-auth-token'] as string)
    response.end(JSON.stringify({ catalog: [{ type: 'image', endpoints }] }))
  })
})
afterAll(async () => {
  await api?.stop()
  await keystone?.stop()
})

const there = {
  ...{ status: 'active', size: 5, disk_format: 'iso', container_format: 'ovf', name: 'theirs', os_hidden: false },
  ...{ hw_disk_bus: 'scsi', 'trait:CUSTOM_X': 'required', os_type: 'linux', os_glance_import_task: 'x', secret: 'theirs' },
}

function serveThere(image: Record<string, unknown> = there, bytes = 'bytes') {
  api.web.serve((request, response) => {
    asked.push(request.headers['x-auth-token'] as string)
    response.end(request.url?.endsWith('/file') ? bytes : JSON.stringify(image))
  })
}

async function attempt(method: Record<string, string> = {}): Promise<ImageView & { message: string }> {
  const { id } = await api.create({ disk_format: 'raw', container_format: 'bare', hw_disk_bus: 'virtio' })
  const name = 'glance-download'
  const body = { method: { name, glance_region: 'two', glance_image_id: randomUUID(), ...method } }
  expect((await api.import(id, body)).status).toBe(202)
  const [task] = await api.settled(id)
  return { ...(await api.show(id)), message: task?.message ?? '' }
}

async function expectFailure(message: RegExp, method = {}) {
  const image = await attempt(method)
  expect(image).toMatchObject({ status: 'queued', size: null, message: expect.stringMatching(message) })
  expect(image).toMatchObject({ disk_format: 'raw', container_format: 'bare', hw_disk_bus: 'virtio' })
  expect(image).not.toHaveProperty('os_type')
}

describe('glance-download', () => {
  it('brings over data, formats and the properties that the operator names', async () => {
    serveThere()
    const image = await attempt()
    expect(image).toMatchObject({
      status: 'active',
      size: 5,
      disk_format: 'iso',
      container_format: 'ovf',
      name: null,
      message: '',
    })
    expect(image).toMatchObject({ hw_disk_bus: 'scsi', 'trait:CUSTOM_X': 'required', os_type: 'linux' })
    expect(image).not.toHaveProperty('secret')
    expect(asked).toEqual(['member', 'member', 'member'])
  })
  it('fails for an image that is not active there, and takes everything back', async () => {
    serveThere({ ...there, status: 'queued' })
    await expectFailure(/is queued there/)
  })
  it('fails where fewer bytes come than the image has, and takes everything back', async () => {
    serveThere(there, 'byte')
    await expectFailure(/has 5 bytes there, but 4 came/)
  })
  it('fails for what is not found there', async () => {
    api.web.serve((_, response) => response.writeHead(404).end())
    await expectFailure(/answered 404/)
  })
  it('fails for an answer that is no image', async () => {
    api.web.serve((_, response) => response.end('<html>'))
    await expectFailure(/no image/)
  })
  it('fails for a region that the catalog does not have', async () => expectFailure(/The region moon/, { glance_region: 'moon' }))
  it('fails for an interface that it does not have', async () =>
    expectFailure(/no internal/, { glance_service_interface: 'internal' }))
  it('does not go where downloads may not go', async () => expectFailure(/does not pass filtering/, { glance_region: 'far' }))
})
