import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

interface Document {
  name: string
  properties: Record<string, { items?: unknown; additionalProperties?: unknown }>
  required?: string[]
  additionalProperties?: unknown
  definitions: object
  links?: object[]
}
const status = (name: string, method = 'GET') => api.status(method, `/v2/schemas/metadefs/${name}`, { as: 'unscoped' })
const read = async (name: string) => (await (await api.call('GET', `/v2/schemas/metadefs/${name}`)).json()) as Document

const definitions = ['positiveInteger', 'positiveIntegerDefault0', 'property', 'stringArray']

describe('GET /v2/schemas/metadefs/{name}', () => {
  it.each([
    ['namespace', 'namespace', ['namespace']],
    ['resource_type', 'resource_type_association', ['name']],
    ['property', 'property', ['name', 'title', 'type']],
    ['object', 'object', ['name']],
    ['tag', 'tag', ['name']],
  ])('200 %s: what a client may write', async (path, name, required) => {
    const document = await read(path)
    expect(document).toMatchObject({ name, required, additionalProperties: false })
    expect(Object.keys(document.definitions).toSorted()).toEqual(definitions)
    for (const field of required) expect(document.properties).toHaveProperty(field)
  })
  it.each([
    ['namespaces', 'namespaces'],
    ['resource_types', 'resource_type_associations'],
    ['properties', 'properties'],
    ['objects', 'objects'],
    ['tags', 'tags'],
  ])('200 %s: a page of them', async (path, name) => {
    const { name: title, properties, links, definitions: shared } = await read(path)
    expect(title).toBe(name)
    expect(Object.keys(properties).toSorted()).toEqual(['first', name, 'next', 'schema'].toSorted())
    expect(properties[name]?.items ?? properties[name]?.additionalProperties).toMatchObject({ additionalProperties: false })
    expect(links).toContainEqual({ rel: 'next', href: '{next}' })
    expect(Object.keys(shared).toSorted()).toEqual(definitions)
  })
  it('200 namespace: the parts that it holds are named without limits', async () => {
    const { properties } = await read('namespace')
    expect(properties.tags?.items).toEqual({ type: 'object', properties: { name: { type: 'string' } } })
    expect(properties.objects?.items).not.toHaveProperty('required')
  })
  it('401 without a token', async () => expect(await api.status('GET', '/v2/schemas/metadefs/tag', { as: null })).toBe(401))
  it('404 for an unknown name', async () => expect([await status('nope'), await status('constructor')]).toEqual([404, 404]))
  it('405 for other methods', async () => expect(await status('tag', 'POST')).toBe(405))
})
