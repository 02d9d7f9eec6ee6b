import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { freePort } from '@/testing/free-port.mjs'
import { type ImportApi, startImportApi } from '@/testing/import-api'
import { openDatabase } from './db/database'
import { createImageRepository } from './images/image-repository'
import { forwardedBy } from './peer-nodes'

const formats = { disk_format: 'raw', container_format: 'bare' }
const direct = { method: { name: 'glance-direct' } }
const here = 'http://here.example:9292'

interface Heard {
  line: string
  headers: Record<string, unknown>
  body: string
}

let api: ImportApi
let database: ReturnType<typeof openDatabase>
let heard: Heard[]

beforeAll(async () => {
  api = await startImportApi({
    DEFAULT: ['enabled_backends = fast:file, slow:file', `worker_self_reference_url = ${here}`],
    glance_store: ['default_backend = fast'],
  })
  database = openDatabase(api.server.services.config.database.connection)
})
afterAll(async () => {
  await database?.db.destroy()
  await api?.stop()
})
beforeEach(() => {
  heard = []
})

/** What the other node answers from now on. */
function peerAnswers(status: number, body = '') {
  api.web.serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      heard.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(status).end(body)
    })
  })
}

const propertyOf = async (id: string) => (await createImageRepository(database).find(id))?.properties.os_glance_stage_host

/** An image in that status, whose data another node has. */
async function elsewhere({ node = api.web.url, status = 'uploading' }: { node?: string; status?: ImageStatus } = {}) {
  const { id } = await api.create(formats)
  const images = createImageRepository(database)
  if (status !== 'queued') await images.move({ id, status: 'queued' }, status)
  const setProperties = { os_glance_stage_host: node }
  await images.change(id, { attributes: {}, setProperties, removeProperties: [], addTags: [], removeTags: [] })
  return id
}

const remove = (id: string, headers = {}) => api.call('DELETE', `/v2/images/${id}`, { headers })

describe('an image whose data are staged here', () => {
  it('remembers this node, tells no client, and forgets it with the import', async () => {
    const { id } = await api.create(formats)
    expect((await api.stage(id, 'bytes')).status).toBe(204)
    expect(await propertyOf(id)).toBe(here)
    expect(await api.show(id)).not.toHaveProperty('os_glance_stage_host')
    expect((await api.import(id, direct)).status).toBe(202)
    await api.settled(id)
    expect((await api.show(id)).status).toBe('active')
    expect(await propertyOf(id)).toBeUndefined()
  })
  it('forgets it when the staging fails', async () => {
    const { id } = await api.create(formats)
    const headers = { 'content-type': 'application/octet-stream', 'x-openstack-image-size': '99' }
    expect(await api.status('PUT', `/v2/images/${id}/stage`, { headers, body: 'bytes' })).toBe(400)
    expect([(await api.show(id)).status, await propertyOf(id)]).toEqual(['queued', undefined])
  })
})

describe('an image whose data are staged at another node', () => {
  it('202: its import goes there, with the caller’s token and words', async () => {
    const id = await elsewhere()
    peerAnswers(202)
    expect((await api.import(id, direct, 'member', { 'x-image-meta-store': 'slow' })).status).toBe(202)
    expect(heard).toMatchObject([
      {
        line: `POST /v2/images/${id}/import`,
        headers: { 'x-auth-token': 'member', 'x-image-meta-store': 'slow', via: forwardedBy },
        body: JSON.stringify(direct),
      },
    ])
    expect((await api.show(id)).status).toBe('uploading')
  })
  it.each(['uploading', 'importing'] as const)('204: its deletion goes there while it is %s', async (status) => {
    const id = await elsewhere({ status })
    peerAnswers(204)
    expect((await remove(id)).status).toBe(204)
    expect(heard).toMatchObject([{ line: `DELETE /v2/images/${id}`, body: '' }])
  })
  it('204: it is deleted here once nothing is staged any more', async () => {
    const id = await elsewhere({ status: 'queued' })
    expect((await remove(id)).status).toBe(204)
    expect([heard, await api.status('GET', `/v2/images/${id}`)]).toEqual([[], 404])
  })
  it('404 for a stranger, without a word to the other node', async () => {
    peerAnswers(204)
    const id = await elsewhere()
    expect(await api.status('DELETE', `/v2/images/${id}`, { as: 'stranger' })).toBe(404)
    expect((await api.import(id, direct, 'stranger')).status).toBe(404)
    expect(heard).toEqual([])
  })
  it('what the other node refuses is refused in its words', async () => {
    const id = await elsewhere()
    peerAnswers(409, JSON.stringify({ message: 'It is being imported already.' }))
    const response = await api.import(id, direct)
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('It is being imported already.')])
  })
  it('504 where the other node is not there', async () => {
    const id = await elsewhere({ node: `http://127.0.0.1:${await freePort()}` })
    expect((await api.import(id, direct)).status).toBe(504)
    const response = await remove(id)
    expect([response.status, await response.text()]).toEqual([504, expect.stringContaining('does not answer')])
    expect((await api.show(id)).status).toBe('uploading')
  })
  it('502 where the other node fails', async () => {
    const id = await elsewhere()
    peerAnswers(500)
    expect([(await api.import(id, direct)).status, (await remove(id)).status]).toEqual([502, 502])
  })
  it('502 where it does not speak HTTP', async () => {
    const id = await elsewhere()
    api.web.serve((request) => request.socket.destroy())
    expect((await remove(id)).status).toBe(502)
  })
  it('502 for a request that has been sent on before', async () => {
    const id = await elsewhere()
    peerAnswers(204)
    expect((await remove(id, { via: forwardedBy })).status).toBe(502)
    expect(heard).toEqual([])
  })
  it('waits on when this node starts', async () => {
    const id = await elsewhere()
    await api.server.services.imports.recover()
    expect((await api.show(id)).status).toBe('uploading')
  })
})
