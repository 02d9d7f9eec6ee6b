import { randomUUID } from 'node:crypto'
import {
  activeImage,
  type ConformanceTable,
  communityImage,
  type Failure,
  image,
  octetStream,
  patch20,
  patch21,
} from './operation-cases'

const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }]
const patch = (status: number, why: string, body: unknown): Failure => ({ status, why, headers: patch21, body })
const list = (query: string): Failure => ({ status: 400, why: `the query is ${query}`, query })
const put = (status: number, why: string, rest: Partial<Failure>): Failure => ({
  ...{ status, why, headers: octetStream, body: 'bytes' },
  ...rest,
})
const strangersWrite = { as: 'stranger', arrange: communityImage } as const
const tagged = async (world: Parameters<typeof communityImage>[0]) => ({ ...(await image({ tags: ['old'] })(world)), tag: 'old' })
const manyTags = Array.from({ length: 128 }, (_, n) => `tag-${n}`)

/** A boot sector that announces partitions and has none. */
function bootSector(): Uint8Array {
  const sector = new Uint8Array(1024)
  sector.set([0x55, 0xaa], 510)
  return sector
}

export const imageCases: ConformanceTable = {
  'POST /v2/images': {
    success: { body: { name: 'conformance' } },
    denied: { as: 'reader', body: { name: 'conformance' } },
    errors: [
      { status: 400, why: 'there is no body' },
      { status: 400, why: 'the body is malformed', body: '{' },
      { status: 400, why: 'the body is a scalar', body: '"x"' },
      { status: 400, why: 'the schema is broken', body: { min_disk: -1 } },
      { status: 400, why: 'a property is no string', body: { rack: 7 } },
      { status: 400, why: 'the id is no UUID', body: { id: 'x' } },
      { status: 403, why: 'an attribute is read-only', body: { status: 'active' } },
      { status: 403, why: 'an attribute is reserved', body: { os_glance_x: '1' } },
      { status: 403, why: 'the owner is another', body: { owner: 'somebody' } },
      { status: 403, why: 'only administrators publish', body: { visibility: 'public' } },
      { status: 413, why: 'there are too many tags', body: { tags: [...manyTags, 'x'] } },
    ],
  },
  'GET /v2/images': {
    success: { query: '?limit=1' },
    denied: { as: 'unscoped' },
    errors: [
      ...['?limit=-1', '?limit=x', `?marker=${randomUUID()}`, '?sort_key=colour', '?sort=name&sort_key=name'].map(list),
      ...['?visibility=secret', '?member_status=x', '?os_hidden=x', '?protected=True', '?changes-since=x'].map(list),
      ...['?name=neq:x', '?name=in:%22a', '?created_at=gt:noon', '?size_min=x', '?colour_min=1', '?sort_dir='].map(list),
      { status: 400, why: 'a body is not expected', headers: {}, query: '?name=%FF' },
    ],
  },
  'GET /v2/images/{}': {
    arrange: image(),
    success: {},
    denied: { as: 'stranger', status: 404 },
  },
  'PATCH /v2/images/{}': {
    arrange: image({ rack: '7' }),
    success: { headers: patch21, body: replace('/name', 'b') },
    denied: { ...strangersWrite, headers: patch21, body: replace('/name', 'b') },
    errors: [
      { status: 415, why: 'the media type is JSON', headers: { 'content-type': 'application/json' }, body: [] },
      patch(400, 'the body is no array', {}),
      patch(400, 'an element is no object', ['x']),
      patch(400, 'the operation is unknown', [{ op: 'test', path: '/name', value: 'b' }]),
      patch(400, 'a value is missing', [{ op: 'add', path: '/name' }]),
      patch(400, 'a pointer is malformed', replace('name', 'b')),
      patch(400, 'a pointer is too deep', replace('/tags/-', 'b')),
      patch(400, 'the schema is broken', replace('/visibility', 'secret')),
      patch(403, 'an attribute is read-only', replace('/status', 'active')),
      patch(403, 'a base attribute cannot be removed', [{ op: 'remove', path: '/name' }]),
      patch(403, 'the owner is another', replace('/owner', 'somebody')),
      patch(403, 'only administrators publish', replace('/visibility', 'public')),
      patch(409, 'the property to replace is not there', replace('/nope', 'x')),
      patch(409, 'the property to remove is not there', [{ op: 'remove', path: '/nope' }]),
      patch(413, 'there are too many tags', replace('/tags', [...manyTags, 'x'])),
      { status: 409, why: 'in 2.0 it is there already', headers: patch20, body: [{ add: '/rack', value: '8' }] },
      { ...patch(403, 'the data are there', replace('/disk_format', 'qcow2')), arrange: activeImage() },
    ],
  },
  'DELETE /v2/images/{}': {
    arrange: image(),
    success: {},
    denied: strangersWrite,
    errors: [
      { status: 400, why: 'a body is not expected', body: {} },
      { status: 403, why: 'the image is protected', as: 'admin', arrange: image({ protected: true }) },
    ],
  },
  'PUT /v2/images/{}/tags/{}': {
    arrange: async (world) => ({ ...(await image()(world)), tag: 'new' }),
    success: {},
    denied: { as: 'stranger', arrange: async (world) => ({ ...(await communityImage(world)), tag: 'new' }) },
    errors: [
      { status: 400, why: 'a body is not expected', body: {} },
      {
        status: 400,
        why: 'the tag is too long',
        arrange: async (world) => ({ ...(await image()(world)), tag: 'x'.repeat(256) }),
      },
      {
        status: 413,
        why: 'there are too many tags',
        arrange: async (world) => ({ ...(await image({ tags: manyTags })(world)), tag: 'x' }),
      },
    ],
  },
  'DELETE /v2/images/{}/tags/{}': {
    arrange: tagged,
    success: {},
    denied: {
      as: 'stranger',
      arrange: async (world) => ({ ...(await image({ visibility: 'community', tags: ['old'] })(world)), tag: 'old' }),
    },
    errors: [
      {
        status: 404,
        why: 'the image lacks the tag',
        arrange: async (world) => ({ ...(await image()(world)), tag: 'none' }),
      },
    ],
  },
  'POST /v2/images/{}/actions/deactivate': {
    arrange: activeImage(),
    success: {},
    denied: { as: 'stranger', arrange: activeImage({ visibility: 'community' }) },
    errors: [
      { status: 400, why: 'a body is not expected', body: {} },
      { status: 403, why: 'the image is queued', arrange: image() },
    ],
  },
  'POST /v2/images/{}/actions/reactivate': {
    arrange: activeImage(),
    success: {},
    denied: { as: 'stranger', arrange: activeImage({ visibility: 'community' }) },
    errors: [
      { status: 400, why: 'a body is not expected', body: {} },
      { status: 403, why: 'the image is queued', arrange: image() },
    ],
  },
  'PUT /v2/images/{}/file': {
    arrange: image(),
    success: { headers: octetStream, body: 'bytes' },
    denied: { ...strangersWrite, headers: octetStream, body: 'bytes' },
    errors: [
      put(415, 'the media type is wrong', { headers: { 'content-type': 'text/plain' } }),
      put(400, 'the announced size is no number', { headers: { ...octetStream, 'x-openstack-image-size': 'x' } }),
      put(400, 'the announced size is another', { headers: { ...octetStream, 'x-openstack-image-size': '4' } }),
      put(400, 'the formats are not set', { arrange: image({ disk_format: null }) }),
      put(409, 'the data are there', { arrange: activeImage() }),
      put(415, 'the data are unsafe', { body: bootSector() }),
      put(415, 'the data are of another format', { arrange: image({ disk_format: 'qcow2' }) }),
    ],
  },
  'GET /v2/images/{}/file': {
    arrange: activeImage(),
    success: {},
    denied: { as: 'reader' },
    errors: [
      { status: 400, why: 'there are several ranges', headers: { range: 'bytes=0-1,3-4' } },
      { status: 416, why: 'the range is beyond the end', headers: { range: 'bytes=99-' } },
      { status: 400, why: 'the preferred store is unknown', query: '?prefer=nowhere' },
      {
        status: 403,
        why: 'the image is deactivated',
        arrange: async (world) => {
          const made = await activeImage()(world)
          await world.make('POST', `/v2/images/${made.imageId}/actions/deactivate`)
          return made
        },
      },
    ],
  },
  'GET /v2/schemas/{}': {
    arrange: async () => ({ name: 'image' }),
    success: {},
    denied: null,
  },
  'GET /v2/schemas/metadefs/{}': {
    arrange: async () => ({ name: 'namespace' }),
    success: {},
    denied: null,
  },
}
