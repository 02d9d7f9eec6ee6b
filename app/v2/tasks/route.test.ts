import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskListView, TaskView } from '@/lib/contract/task'
import type { Caller } from '@/testing/identities'
import { type ImportApi, startImportApi } from '@/testing/import-api'

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi()
  api.web.serve((_, response) => response.end('bytes'))
})
afterAll(() => api?.stop())

const order = (input: Record<string, unknown> = {}) => ({
  type: 'import',
  input: { import_from: `${api.web.url}/image`, import_from_format: 'raw', image_properties: { name: 'made' }, ...input },
})
const post = (body: unknown, as: Caller = 'admin') => api.call('POST', '/v2/tasks', { as, body })
const made = async (input?: Record<string, unknown>) => (await (await post(order(input))).json()) as TaskView
const list = async (query: string) => (await (await api.call('GET', `/v2/tasks${query}`, { as: 'admin' })).json()) as TaskListView

describe('POST /v2/tasks', () => {
  it('201 with its address, and the image is made', async () => {
    const answer = await post(order())
    const task = (await answer.json()) as TaskView
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`${api.server.url}/v2/tasks/${task.id}`)
    expect(task).toMatchObject({ type: 'import', status: 'pending', owner: 'p-admin', message: '', self: `/v2/tasks/${task.id}` })
    expect(task.request_id).toBe(answer.headers.get('x-openstack-request-id'))
    const ended = await api.ended(task.id)
    expect(ended).toMatchObject({ status: 'success', expires_at: expect.stringMatching(/Z$/) })
    const { image_id: imageId } = ended.result as { image_id: string }
    expect(await api.show(imageId, 'admin')).toMatchObject({ name: 'made', status: 'active', size: 5, disk_format: 'raw' })
  })
  it('its failure is readable, and its image stays queued', async () => {
    const { id } = await made({ import_from_format: 'qcow2', image_properties: { name: 'unfit' } })
    expect(await api.ended(id)).toMatchObject({ status: 'failure', message: expect.stringContaining('declared qcow2') })
    const { images } = await (await api.call('GET', '/v2/images?name=unfit', { as: 'admin' })).json()
    expect(images).toMatchObject([{ status: 'queued', size: null }])
  })
  it('says in its message which properties cannot be', async () => {
    const { id } = await made({ image_properties: { checksum: 'x' } })
    expect(await api.ended(id)).toMatchObject({ status: 'failure', message: expect.stringContaining('checksum') })
  })
  it('400 without a type or input', async () => {
    expect((await post({ input: order().input })).status).toBe(400)
    expect((await post({ type: 'import' })).status).toBe(400)
  })
  it('400 for another type', async () => expect((await post({ ...order(), type: 'api_image_import' })).status).toBe(400))
  it('400 without import_from', async () => expect((await post(order({ import_from: undefined }))).status).toBe(400))
  it('400 for what may not be downloaded', async () => {
    for (const uri of ['file:///etc/passwd', 'filesystem:///etc/passwd', 'ftp://127.0.0.1/x', 'http://10.0.0.1/x'])
      expect((await post(order({ import_from: uri }))).status, uri).toBe(400)
  })
  it('401 without a token', async () => expect(await api.status('POST', '/v2/tasks', { as: null, body: order() })).toBe(401))
  it('403 unless an administrator', async () => expect((await post(order(), 'member')).status).toBe(403))
})

describe('GET /v2/tasks', () => {
  it('200 with what a list tells, the newest first', async () => {
    const { id } = await made()
    await api.ended(id)
    const { tasks, first, schema } = await list('?limit=1')
    expect({ first, schema }).toEqual({ first: '/v2/tasks?limit=1', schema: '/v2/schemas/tasks' })
    expect(Object.keys(tasks[0] ?? {}).toSorted()).toEqual(
      ['created_at', 'expires_at', 'id', 'owner', 'schema', 'self', 'status', 'type', 'updated_at'].toSorted(),
    )
  })
  it('200 page after page, each task once, in every order', async () => {
    for (let count = 0; count < 3; count++) await api.ended((await made()).id)
    for (const order of [
      'sort_key=created_at',
      'sort_key=status&sort_dir=asc',
      'sort_key=expires_at',
      'sort_key=image_id&sort_dir=asc',
      'sort_key=id&sort_dir=asc',
    ]) {
      const ids: string[] = []
      for (let path: string | undefined = `?limit=2&${order}`; path; ) {
        const page: TaskListView = await list(path)
        ids.push(...page.tasks.map(({ id }) => id))
        path = page.next?.slice('/v2/tasks'.length)
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe((await list('?limit=1000')).tasks.length)
    }
  })
  it('200 filtered by status', async () => {
    await api.ended((await made({ image_properties: { checksum: 'x' } })).id)
    const { tasks } = await list('?status=failure')
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['failure']))
    expect((await list('?status=pending&type=import')).tasks).toEqual([])
  })
  it('400 for parameters that cannot be', async () => {
    for (const query of [
      'status=odd',
      'type=location_import',
      'marker=x',
      `marker=${randomUUID()}`,
      'sort_key=input',
      'sort_dir=up',
      'limit=-1',
    ])
      expect(await api.status('GET', `/v2/tasks?${query}`, { as: 'admin' }), query).toBe(400)
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/tasks', { as: null })).toBe(401))
  it('403 unless an administrator', async () => expect(await api.status('GET', '/v2/tasks')).toBe(403))
})

describe('/v2/tasks/{id}', () => {
  it('200 in full', async () => {
    const { id } = await made()
    expect(await api.ended(id)).toMatchObject({
      id,
      input: order().input,
      user_id: 'u-root',
      schema: '/v2/schemas/task',
    })
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/tasks/x', { as: null })).toBe(401))
  it('403 unless an administrator', async () => expect(await api.status('GET', '/v2/tasks/x')).toBe(403))
  it('404 for an unknown one', async () =>
    expect(await api.status('GET', `/v2/tasks/${randomUUID()}`, { as: 'admin' })).toBe(404))
  it('405 for DELETE', async () => {
    const refused = await api.call('DELETE', `/v2/tasks/${(await made()).id}`, { as: 'admin' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
  })
})
