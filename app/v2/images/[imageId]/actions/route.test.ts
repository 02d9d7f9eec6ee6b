import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let id: string
beforeAll(async () => {
  api = await startImageApi()
})
beforeEach(async () => {
  id = (await api.createActive('some bytes', { visibility: 'community' })).id
})
afterAll(() => api?.stop())

const act = (action: string, as: Caller | null = 'member', image = id) =>
  api.status('POST', `/v2/images/${image}/actions/${action}`, { as })
const download = (as: Caller) => api.status('GET', `/v2/images/${id}/file`, { as })

describe('POST /v2/images/{id}/actions/deactivate', () => {
  it('204, once or twice', async () => {
    expect(await act('deactivate')).toBe(204)
    expect(await act('deactivate')).toBe(204)
    expect((await api.show(id)).status).toBe('deactivated')
  })
  it('204 keeps the data from all but administrators', async () => {
    await act('deactivate')
    expect(await download('member')).toBe(403)
    expect(await download('stranger')).toBe(403)
    expect(await download('admin')).toBe(200)
  })
  it('204 leaves everything else possible', async () => {
    await act('deactivate')
    expect((await api.patch(id, [{ op: 'replace', path: '/visibility', value: 'shared' }])).status).toBe(200)
    expect(await api.status('POST', `/v2/images/${id}/members`, { body: { member: 'x' } })).toBe(200)
    expect(await api.status('DELETE', `/v2/images/${id}`)).toBe(204)
  })
  it('204 for an administrator', async () => expect(await act('deactivate', 'admin')).toBe(204))
  it('400 with a body', async () => {
    expect(await api.status('POST', `/v2/images/${id}/actions/deactivate`, { body: {} })).toBe(400)
  })
  it('401 without a token', async () => expect(await act('deactivate', null)).toBe(401))
  it('403 while the image is queued', async () => {
    expect(await act('deactivate', 'member', (await api.create()).id)).toBe(403)
  })
  it('403 for a reader and a stranger', async () => {
    expect(await act('deactivate', 'reader')).toBe(403)
    expect(await act('deactivate', 'stranger')).toBe(403)
  })
  it('404 for who cannot see the image', async () => {
    for (const caller of ['stranger', 'systemAdmin', 'domainAdmin'] as const)
      expect(await act('deactivate', caller, (await api.create()).id)).toBe(404)
  })
  it('405 for other methods', async () => {
    const response = await api.call('GET', `/v2/images/${id}/actions/deactivate`)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })
})

describe('POST /v2/images/{id}/actions/reactivate', () => {
  it('204 gives the data back', async () => {
    await act('deactivate')
    expect(await act('reactivate')).toBe(204)
    expect((await api.show(id)).status).toBe('active')
    expect(await download('stranger')).toBe(200)
  })
  it('204 for what is active', async () => expect(await act('reactivate')).toBe(204))
  it('204 for all who do it at once', async () => {
    await act('deactivate')
    expect(await Promise.all([act('reactivate'), act('reactivate'), act('reactivate')])).toEqual([204, 204, 204])
  })
  it('401 without a token', async () => expect(await act('reactivate', null)).toBe(401))
  it('403 while the image is queued', async () => {
    expect(await act('reactivate', 'member', (await api.create()).id)).toBe(403)
  })
  it('403 for a stranger', async () => expect(await act('reactivate', 'stranger')).toBe(403))
  it('404 for an action that does not exist', async () => expect(await act('resurrect')).toBe(404))
})

describe('where a deactivated image is', () => {
  let several: ImageApi
  let config: string
  beforeAll(async () => {
    const stores = '[glance_store]\ndefault_backend = one\n[one]\nfilesystem_store_datadir = {folder}/one\n'
    config = writeConfig(
      `[DEFAULT]\nenabled_backends = one:file\nshow_image_direct_url = true\nshow_multiple_locations = true\n${stores}`,
    )
    several = await startImageApi(['--config-file', config])
  })
  afterAll(async () => {
    await several?.stop()
    removeConfig(config)
  })

  it('is for administrators to know', async () => {
    const image = await several.createActive('some bytes', { owner: 'p-demo' })
    const fields = ['direct_url', 'locations', 'stores'] as const
    const shown = async (as: Caller) => {
      const view = await several.show(image.id, as)
      return fields.filter((field) => field in view)
    }
    expect(await shown('member')).toEqual(fields)
    await several.call('POST', `/v2/images/${image.id}/actions/deactivate`)
    expect(await shown('member')).toEqual([])
    expect(await shown('admin')).toEqual(fields)
    await several.call('POST', `/v2/images/${image.id}/actions/reactivate`)
    expect(await shown('member')).toEqual(fields)
  })
})
