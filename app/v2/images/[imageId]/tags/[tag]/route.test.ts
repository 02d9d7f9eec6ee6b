import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
let id: string
beforeAll(async () => {
  api = await startImageApi()
  id = (await api.create({ tags: ['kept'] })).id
})
afterAll(() => api?.stop())

const call = (method: string, tag: string, as: Caller = 'member', body?: unknown) =>
  api.status(method, `/v2/images/${id}/tags/${tag}`, { as, body })

describe('PUT /v2/images/{id}/tags/{tag}', () => {
  it('204, once or twice', async () => {
    expect(await call('PUT', 'new')).toBe(204)
    expect(await call('PUT', 'new')).toBe(204)
    expect((await api.show(id)).tags.toSorted()).toEqual(['kept', 'new'])
  })
  it('204 keeps blanks and case', async () => {
    expect(await call('PUT', '%20Kept%20')).toBe(204)
    expect((await api.show(id)).tags).toContain(' Kept ')
  })
  it('400 with a body', async () => expect(await call('PUT', 'x', 'member', {})).toBe(400))
  it('400 for 256 characters', async () => expect(await call('PUT', 'x'.repeat(256))).toBe(400))
  it('400 for what is not UTF-8', async () => expect(await call('PUT', '%ff')).toBe(400))
  it('403 for a reader', async () => expect(await call('PUT', 'x', 'reader')).toBe(403))
  it('404 for who cannot see the image', async () => expect(await call('PUT', 'x', 'stranger')).toBe(404))
  it('404 for a tag with a slash, or none', async () => {
    expect(await call('PUT', 'a%2Fb')).toBe(404)
    expect(await call('PUT', '')).toBe(404)
  })
  it('413 for the 129th, but not for one of the 128', async () => {
    const tags = [...Array(128)].map((_, i) => `t${i}`)
    const full = await api.create({ tags })
    expect(await api.status('PUT', `/v2/images/${full.id}/tags/one-more`)).toBe(413)
    expect(await api.status('PUT', `/v2/images/${full.id}/tags/t5`)).toBe(204)
  })
})

describe('DELETE /v2/images/{id}/tags/{tag}', () => {
  it('204 for a tag that it has', async () => {
    await call('PUT', 'old')
    expect(await call('DELETE', 'old')).toBe(204)
    expect((await api.show(id)).tags).not.toContain('old')
  })
  it('403 for a reader', async () => expect(await call('DELETE', 'kept', 'reader')).toBe(403))
  it('404 for a tag that it lacks', async () => expect(await call('DELETE', 'KEPT')).toBe(404))
  it('404 for who cannot see the image', async () => expect(await call('DELETE', 'kept', 'stranger')).toBe(404))
  it('405 for other methods', async () => expect(await call('GET', 'kept')).toBe(405))
})
