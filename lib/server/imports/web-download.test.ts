import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageTaskView } from '@/lib/contract/task'
import { type ImportApi, progressOf, startImportApi } from '@/testing/import-api'

const bytes = randomBytes(3 * 1024 * 1024 + 1)

let api: ImportApi
beforeAll(async () => {
  api = await startImportApi({
    DEFAULT: ['image_size_cap = 4000000'],
    image_import_opts: ['image_import_plugins = [no_op, inject_image_metadata]'],
    inject_metadata_properties: ['ignore_user_roles = admin', 'inject = "os_distro":"debian, twelve", origin:web'],
  })
})
afterAll(() => api?.stop())

const formats = { disk_format: 'raw', container_format: 'bare' }
const stagedFiles = () =>
  readdirSync(join(api.server.services.config.dataFolder, 'staging')).filter((name) => name !== '.incoming')
const stored = () => readdirSync(api.server.services.config.glance_store.filesystem_store_datadir)

async function download(
  uri: string,
  as: 'member' | 'admin' = 'member',
  fields = {},
): Promise<{ id: string; task: ImageTaskView | undefined }> {
  const { id } = await api.create({ ...formats, owner: 'p-demo', ...fields }, as)
  const answer = await api.import(id, { method: { name: 'web-download', uri } }, as)
  expect([answer.status, await answer.text()]).toEqual([202, ''])
  return { id, task: (await api.settled(id))[0] }
}

async function expectFailure(message: RegExp, uri = `${api.web.url}/x`) {
  const { id, task } = await download(uri)
  expect(task).toMatchObject({ status: 'failure', message: expect.stringMatching(message) })
  const image = await api.show(id)
  expect(image).toMatchObject({ status: 'queued', size: null, checksum: null, virtual_size: null })
  expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: 'file' })
  expect(stagedFiles()).toEqual([])
  expect(stored()).not.toContain(id)
}

describe('web-download', () => {
  it('makes the image of what is there', async () => {
    api.web.serve((_, response) => response.end(bytes))
    const { id, task } = await download(`${api.web.url}/image.raw`)
    expect(task).toMatchObject({ status: 'success', input: { import_req: { method: { uri: `${api.web.url}/image.raw` } } } })
    expect(await api.show(id)).toMatchObject({ status: 'active', size: bytes.length })
    const answer = await api.call('GET', `/v2/images/${id}/file`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(stagedFiles()).toEqual([])
  })
  it('follows a redirect', async () => {
    api.web.serve((request, response) =>
      request.url === '/old' ? response.writeHead(302, { location: '/new' }).end() : response.end('bytes'),
    )
    expect(await api.show((await download(`${api.web.url}/old`)).id)).toMatchObject({ status: 'active', size: 5 })
  })
  it('fails where a redirect leads into the private network', async () => {
    api.web.serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end())
    await expectFailure(/169\.254\.169\.254.*does not pass filtering/)
  })
  it('fails where nothing is', async () => {
    api.web.serve((_, response) => response.writeHead(404).end())
    await expectFailure(/answered 404/)
  })
  it('fails where nobody listens', async () => {
    api.web.serve((request) => request.destroy())
    await expectFailure(/cannot be fetched/)
  })
  it('fails where the answer breaks off', async () => {
    api.web.serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    await expectFailure(/cannot be fetched/)
  })
  it('fails where more comes than an image can have', async () => {
    api.web.serve((_, response) => response.end(Buffer.alloc(4_000_001)))
    await expectFailure(/larger than the 4000000 bytes/)
  })
  it('fails where the bytes are not what disk_format says', async () => {
    api.web.serve((_, response) => response.end(bytes))
    const { id, task } = await download(`${api.web.url}/x`, 'member', { disk_format: 'qcow2' })
    expect(task).toMatchObject({ status: 'failure', message: expect.stringContaining('declared qcow2') })
    expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
    expect(stored()).not.toContain(id)
  })
  it('ends quietly when the image is deleted meanwhile', async () => {
    const { id } = await api.create(formats)
    let end: () => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      api.web.serve((_, response) => {
        response.write(bytes)
        end = () => response.end()
        resolve()
      })
    })
    await api.import(id, { method: { name: 'web-download', uri: api.web.url } })
    const [task] = await api.server.services.tasks.ofImage(id)
    await asked
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
    end()
    expect(await api.ended(task?.id ?? '')).toMatchObject({
      status: 'failure',
      message: expect.stringMatching(/deleted|does not exist/),
    })
    expect(stagedFiles()).toEqual([])
    expect(stored()).not.toContain(id)
  })
})

describe('inject_image_metadata', () => {
  it('adds the operator’s properties', async () => {
    api.web.serve((_, response) => response.end('bytes'))
    expect(await api.show((await download(api.web.url)).id)).toMatchObject({ os_distro: 'debian, twelve', origin: 'web' })
  })
  it('not for those whom it ignores', async () => {
    api.web.serve((_, response) => response.end('bytes'))
    expect(await api.show((await download(api.web.url, 'admin')).id)).not.toHaveProperty('origin')
  })
})

describe('user_storage_quota', () => {
  let small: ImportApi
  beforeAll(async () => {
    small = await startImportApi({ DEFAULT: ['user_storage_quota = 1KB'] })
  })
  afterAll(() => small?.stop())

  it('413 for staged data that are more than remains', async () => {
    const { id } = await small.create(formats)
    expect((await small.stage(id, Buffer.alloc(1025))).status).toBe(204)
    expect((await small.import(id, { method: { name: 'glance-direct' } })).status).toBe(413)
    expect((await small.show(id)).status).toBe('uploading')
  })
  it('ends a download that brings more than remains', async () => {
    small.web.serve((_, response) => response.end(Buffer.alloc(1025)))
    const { id } = await small.create(formats)
    expect((await small.import(id, { method: { name: 'web-download', uri: small.web.url } })).status).toBe(202)
    expect(await small.settled(id)).toMatchObject([{ status: 'failure', message: expect.stringContaining('quota') }])
    expect(await small.show(id)).toMatchObject({ status: 'queued', size: null })
    expect(readdirSync(small.server.services.config.glance_store.filesystem_store_datadir)).not.toContain(id)
  })
})
