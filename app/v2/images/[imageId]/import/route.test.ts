import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImportApi, progressOf, startImportApi } from '@/testing/import-api'

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi({ DEFAULT: ['enabled_import_methods = [glance-direct, web-download, copy-image, glance-download]'] })
})
afterAll(() => api?.stop())

const formats = { disk_format: 'raw', container_format: 'bare' }
const direct = { method: { name: 'glance-direct' } }
const web = (uri: string) => ({ method: { name: 'web-download', uri } })
const status = async (id: string, body: unknown, ...rest: ['admin' | 'reader' | 'stranger'] | []) =>
  (await api.import(id, body, ...rest)).status
const queued = async () => (await api.create(formats)).id

async function staged(): Promise<string> {
  const id = await queued()
  await api.stage(id, 'bytes')
  return id
}

describe('POST /v2/images/{id}/import', () => {
  it('202 with an empty body, then active', async () => {
    const id = await staged()
    const answer = await api.import(id, direct)
    expect([answer.status, await answer.text()]).toEqual([202, ''])
    expect(await api.settled(id)).toMatchObject([{ status: 'success', message: '' }])
    expect(await api.show(id)).toMatchObject({ status: 'active', size: 5, virtual_size: 5, checksum: expect.any(String) })
    expect(await (await api.call('GET', `/v2/images/${id}/file`)).text()).toBe('bytes')
    expect(progressOf(await api.show(id))).toEqual({ lock: undefined, importing: '', failed: '' })
  })
  it('400 without a body', async () => expect(await api.status('POST', `/v2/images/${await queued()}/import`)).toBe(400))
  it('400 without a method', async () => expect(await status(await queued(), {})).toBe(400))
  it('400 for a method that is no object', async () => expect(await status(await queued(), { method: 'web-download' })).toBe(400))
  it('400 for a method without a name', async () => expect(await status(await queued(), { method: {} })).toBe(400))
  it('400 for an unknown method', async () => expect(await status(await queued(), { method: { name: 'telepathy' } })).toBe(400))
  it('400 for web-download without a uri', async () =>
    expect(await status(await queued(), { method: { name: 'web-download' } })).toBe(400))
  it('400 for a uri that does not pass, naming its host', async () => {
    for (const uri of ['ftp://files.example.org/x', 'http://files.example.org:8080/x', 'http://169.254.169.254/latest']) {
      const refused = await api.import(await queued(), web(uri))
      expect(refused.status, uri).toBe(400)
      expect(await refused.text()).toContain(new URL(uri).hostname)
    }
  })
  it('202 for all_stores where there is only one', async () =>
    expect(await status(await staged(), { ...direct, all_stores: true })).toBe(202))
  it('400 for all_stores that is no boolean', async () =>
    expect(await status(await staged(), { ...direct, all_stores: 'yes' })).toBe(400))
  it('400 for all_stores_must_succeed that is no boolean', async () =>
    expect(await status(await staged(), { ...direct, all_stores_must_succeed: 1 })).toBe(400))
  it('400 for words about stores where there is one', async () => {
    for (const words of [{ stores: ['file'] }, { all_stores_must_succeed: false }])
      expect(await status(await staged(), { ...direct, ...words })).toBe(400)
  })
  it('400 for copy-image where there is one store', async () => {
    const { id } = await api.createActive('bytes')
    expect(await status(id, { method: { name: 'copy-image' } }, 'admin')).toBe(400)
  })
  it('400 for glance-download without a region or an image', async () => {
    const method = { name: 'glance-download', glance_region: 'two', glance_image_id: randomUUID() }
    for (const missing of ['glance_region', 'glance_image_id'])
      expect(await status(await queued(), { method: { ...method, [missing]: undefined } })).toBe(400)
  })
  it('400 for glance-download of what is no id', async () => {
    const method = { name: 'glance-download', glance_region: 'two', glance_image_id: 'cirros' }
    const refused = await api.import(await queued(), { method })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('image id does not look like a UUID')
  })
  it('401 without a token', async () =>
    expect(await api.status('POST', '/v2/images/x/import', { as: null, body: direct })).toBe(401))
  it('403 for a reader of the project', async () => expect(await status(await staged(), direct, 'reader')).toBe(403))
  it('404 for an image of another project', async () => expect(await status(await staged(), direct, 'stranger')).toBe(404))
  it('405 for another method', async () => {
    const refused = await api.call('GET', `/v2/images/${await queued()}/import`)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
  })
  it('409 for glance-direct without staged data', async () => expect(await status(await queued(), direct)).toBe(409))
  it('409 for web-download into a staged image', async () => expect(await status(await staged(), web(api.web.url))).toBe(409))
  it('409 for an image that is active', async () =>
    expect(await status((await api.createActive('bytes')).id, web(api.web.url))).toBe(409))
  it('409 without formats', async () => {
    const { id } = await api.create()
    expect(await status(id, web(api.web.url))).toBe(409)
  })
  it('409 while another import is at work', async () => {
    const id = await queued()
    api.web.serve(() => undefined)
    expect(await status(id, web(api.web.url))).toBe(202)
    expect(await status(id, web(api.web.url))).toBe(409)
    await api.status('DELETE', `/v2/images/${id}`)
  })
})

describe('GET /v2/images/{id}/tasks', () => {
  it('200 with the request that began the import, and times of microseconds', async () => {
    const id = await staged()
    const began = await api.import(id, direct)
    const [task] = await api.settled(id)
    expect(task).toMatchObject({
      type: 'api_image_import',
      status: 'success',
      owner: 'p-demo',
      user_id: 'u-ada',
      image_id: id,
      request_id: began.headers.get('x-openstack-request-id'),
      input: { image_id: id, import_req: direct },
      deleted: false,
      deleted_at: null,
    })
    for (const time of [task?.created_at, task?.updated_at, task?.expires_at]) expect(time).toMatch(/T\d\d:\d\d:\d\d\.\d{6}$/)
  })
  it('200 and empty where nothing was imported', async () => {
    const answer = await api.call('GET', `/v2/images/${await queued()}/tasks`, { as: 'reader' })
    expect([answer.status, await answer.json()]).toEqual([200, { tasks: [] }])
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/images/x/tasks', { as: null })).toBe(401))
  it('404 for an image of another project', async () =>
    expect(await api.status('GET', `/v2/images/${await queued()}/tasks`, { as: 'stranger' })).toBe(404))
})

describe('GET /v2/info/import', () => {
  it('200 with the enabled methods in their order', async () => {
    const answer = await api.call('GET', '/v2/info/import', { as: 'reader' })
    const value = ['glance-direct', 'web-download', 'copy-image', 'glance-download']
    expect(await answer.json()).toEqual({ 'import-methods': { description: 'Import methods available.', type: 'array', value } })
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/info/import', { as: null })).toBe(401))
  it('405 for another method', async () => expect(await api.status('POST', '/v2/info/import')).toBe(405))
  it('a new image names them too', async () => {
    const made = await api.call('POST', '/v2/images', { body: {} })
    expect(made.headers.get('openstack-image-import-methods')).toBe('glance-direct,web-download,copy-image,glance-download')
  })
})
