import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImageView } from '@/lib/contract/image'
import type { FieldSchema } from '@/lib/contract/image-fields'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

interface Document {
  name: string
  properties: Record<string, FieldSchema>
  additionalProperties: unknown
  links: unknown
}

const read = async (name: string) => (await (await api.call('GET', `/v2/schemas/${name}`)).json()) as Document

describe('GET /v2/schemas/{name}', () => {
  it('200 image: base fields, known custom properties and the configured formats', async () => {
    const { name, properties, additionalProperties, links } = await read('image')
    expect({ name, additionalProperties }).toEqual({ name: 'image', additionalProperties: { type: 'string' } })
    expect(links).toContainEqual({ rel: 'enclosure', href: '{file}' })
    expect(properties.disk_format?.enum).toEqual([null, ...api.server.services.config.image_format.disk_formats])
    expect(properties.kernel_id).toMatchObject({ is_base: false })
    expect(properties.size).toMatchObject({ readOnly: true })
  })
  it('200 member and members: a membership, and a list of them', async () => {
    const { properties, ...member } = await read('member')
    expect(member).toEqual({ name: 'member' })
    expect(properties.status?.enum).toEqual(['pending', 'accepted', 'rejected'])
    const fields = ['created_at', 'image_id', 'member_id', 'schema', 'status', 'updated_at']
    expect(Object.keys(properties).toSorted()).toEqual(fields)
    const members = await read('members')
    expect(members.links).toEqual([{ rel: 'describedby', href: '{schema}' }])
    expect(members.properties.members?.items).toMatchObject({ name: 'member' })
  })
  it('200 image: every field that an image has on the wire', async () => {
    const { properties } = await read('image')
    for (const name of Object.keys(ImageView.shape)) expect(properties).toHaveProperty(name)
    expect(Object.values(properties).every(({ description }) => description)).toBe(true)
  })
  it('200 image: limits of numbers are not told, so that clients ask the service', async () => {
    const { properties } = await read('image')
    expect(properties.min_disk).toEqual({ type: 'integer', description: expect.any(String) })
    expect(await api.status('POST', '/v2/images', { body: { min_disk: -1 } })).toBe(400)
  })
  it('200 images: a list of them', async () => {
    const { name, properties, links } = await read('images')
    expect(name).toBe('images')
    expect(properties.images?.items).toEqual(await read('image'))
    expect(links).toContainEqual({ rel: 'next', href: '{next}' })
  })
  it('200 tasks: a list of what can be found, without what a task was given and made', async () => {
    const { properties } = await read('tasks')
    const listed = properties.tasks?.items?.properties ?? {}
    expect(listed).toHaveProperty('status')
    for (const name of ['input', 'result', 'message']) expect(listed).not.toHaveProperty(name)
  })
  it('200 with any valid token', async () => expect(await api.status('GET', '/v2/schemas/image', { as: 'unscoped' })).toBe(200))
  it('401 without a token', async () => expect(await api.status('GET', '/v2/schemas/image', { as: null })).toBe(401))
  it('404 for an unknown name', async () => expect(await api.status('GET', '/v2/schemas/constructor')).toBe(404))
  it('405 for other methods', async () => expect(await api.status('POST', '/v2/schemas/image')).toBe(405))
})
