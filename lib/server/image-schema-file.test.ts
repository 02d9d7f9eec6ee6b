import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SchemaDocument } from '@/lib/contract/schema-documents'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { type ImageApi, startImageApi } from '@/testing/image-api'
import { readImageSchema } from './image-schema-file'

const properties = {
  os_family: { type: 'string', enum: ['bsd', 'linux'], description: 'Which kind of system' },
  ticket: { type: ['string', 'null'], pattern: '^T[0-9]+$' },
}

describe('an operator’s schema-image.json with required properties', () => {
  let api: ImageApi
  let config: string
  beforeAll(async () => {
    config = writeConfig('', { 'schema-image.json': JSON.stringify({ properties, required: ['os_family'] }) })
    api = await startImageApi(['--config-file', config])
  })
  afterAll(async () => {
    await api?.stop()
    removeConfig(config)
  })

  const post = (body: object) => api.status('POST', '/v2/images', { body })

  it('stands in the schema documents in place of the known properties', async () => {
    const document = (await (await api.call('GET', '/v2/schemas/image')).json()) as SchemaDocument
    expect(document.properties).toMatchObject({ os_family: { ...properties.os_family, is_base: false }, name: {} })
    expect(document.properties).not.toHaveProperty('kernel_id')
    const list = (await (await api.call('GET', '/v2/schemas/images')).json()) as {
      properties: { images: { items: SchemaDocument } }
    }
    expect(list.properties.images.items.properties).toHaveProperty('ticket')
  })
  it('201 for what fits', async () => expect(await post({ os_family: 'bsd', ticket: 'T7' })).toBe(201))
  it('400 for what does not fit', async () => expect(await post({ os_family: 'dos' })).toBe(400))
  it('400 without what is required', async () => expect(await post({ ticket: 'T7' })).toBe(400))
  it('400 in a PATCH that does not fit', async () => {
    const { id } = await api.create({ os_family: 'linux' })
    expect((await api.patch(id, [{ op: 'add', path: '/ticket', value: 'seven' }])).status).toBe(400)
    expect((await api.patch(id, [{ op: 'add', path: '/ticket', value: 'T7' }])).status).toBe(200)
  })
})

describe('where the schema is found', () => {
  const found = (text: string, named = false) => {
    const config = writeConfig('', { 'schema-image.json': text })
    const file = config.replace('glance-api.conf', 'schema-image.json')
    try {
      return named ? readImageSchema(file, []) : readImageSchema('', ['/no/such/glance-api.conf', config])
    } finally {
      removeConfig(config)
    }
  }

  it('beside the configuration, as a plain map', () => {
    const schema = found(JSON.stringify(properties))
    expect(schema?.properties.ticket).toEqual({ ...properties.ticket, is_base: false })
    expect(schema?.required).toEqual([])
  })
  it('where the option says', () => expect(found(JSON.stringify({ properties }), true)?.required).toEqual([]))
  it('nowhere', () => expect(readImageSchema('', ['/no/such/glance-api.conf'])).toBeUndefined())
  it.each([
    ['{', /cannot read the image schema/],
    ['[]', /cannot be used/],
    ['{"a": {"type": "integer"}}', /a\/type must be string/],
    ['{"a": {"pattern": "("}}', /a\/pattern is not a regular expression/],
    ['{"properties": {}, "required": "a"}', /required/],
  ])('%j stops the start', (text, message) => expect(() => found(text)).toThrow(message))
})
