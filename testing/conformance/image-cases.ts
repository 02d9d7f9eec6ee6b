import { randomUUID } from 'node:crypto'
import type { World } from './cloud'
import { activeImage, type ConformanceTable, communityImage, type Failure, image, patch20, patch21 } from './operation-cases'

const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }]
const patch = (status: number, why: string, body: unknown): Failure => ({ status, why, headers: patch21, body })
const list = (query: string): Failure => ({ status: 400, why: `the query is ${query}`, query })
const strangersWrite = { as: 'stranger', arrange: communityImage } as const
const tagged = async (world: World) => ({ ...(await image({ tags: ['old'] })(world)), tag: 'old' })
const manyProperties = Object.fromEntries(Array.from({ length: 129 }, (_, n) => [`property-${n}`, 'x']))
const addProperties = Object.entries(manyProperties).map(([name, value]) => ({ op: 'add', path: `/${name}`, value }))
const manyTags = Array.from({ length: 128 }, (_, n) => `tag-${n}`)

const usedId = randomUUID()

/** Makes and deletes an image: its id stays used. */
function deleted(fields: Record<string, unknown> = {}) {
  return async (world: World) => {
    const made = await image(fields)(world)
    await world.make('DELETE', `/v2/images/${made.imageId}`)
    return made
  }
}

export const imageCases: ConformanceTable = {
  'POST /v2/images': {
    success: { body: { name: 'conformance' } },
    denied: { as: 'reader', body: { name: 'conformance' } },
    errors: [
      { status: 400, why: 'there is no body' },
      { status: 400, why: 'the body is malformed', body: '{' },
      { status: 400, why: 'the body is a scalar', body: '"x"' },
      { status: 400, why: 'the body is a list', body: [] },
      { status: 400, why: 'the schema is broken', body: { min_disk: -1 } },
      { status: 400, why: 'a number is too large', body: { min_ram: 2 ** 31 } },
      { status: 400, why: 'a property is no string', body: { rack: 7 } },
      { status: 400, why: 'the id is no UUID', body: { id: 'x' } },
      { status: 403, why: 'an attribute is read-only', body: { status: 'active' } },
      { status: 403, why: 'an attribute is reserved', body: { os_glance_x: '1' } },
      { status: 403, why: 'a hash is read-only', body: { os_hash_value: 'ab' } },
      { status: 403, why: 'the owner is another', body: { owner: 'somebody' } },
      { status: 403, why: 'the owner is nobody', body: { owner: null } },
      { status: 403, why: 'only administrators publish', body: { visibility: 'public' } },
      { status: 400, why: 'the name of a property is too long', body: { ['x'.repeat(256)]: 'y' } },
      { status: 409, why: 'the id is used', body: { id: usedId }, arrange: deleted({ id: usedId }) },
      { status: 413, why: 'there are too many tags', body: { tags: [...manyTags, 'x'] } },
      { status: 413, why: 'there are too many properties', body: manyProperties },
    ],
  },
  'GET /v2/images': {
    success: { query: '?limit=1' },
    denied: { as: 'unscoped' },
    errors: [
      ...['?limit=-1', '?limit=x', `?marker=${randomUUID()}`, '?sort_key=colour', '?sort=name&sort_key=name'].map(list),
      ...['?visibility=secret', '?member_status=x', '?os_hidden=x', '?protected=True', '?changes-since=x'].map(list),
      ...['?name=neq:x', '?name=in:%22a', '?created_at=gt:noon', '?size_min=x', '?colour_min=1', '?sort_dir='].map(list),
      { status: 400, why: 'the query is no UTF-8', query: '?name=%FF' },
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
      patch(400, 'an operation is missing', [{ path: '/name', value: 'b' }]),
      patch(400, 'a path is missing', [{ op: 'add', value: 'b' }]),
      patch(400, 'a value is missing', [{ op: 'add', path: '/name' }]),
      ...['name', '/name/', '//name', '/na~2me'].map((path) => patch(400, `a pointer is ${path}`, replace(path, 'b'))),
      { status: 400, why: 'in 2.0 it says nothing', headers: patch20, body: [{ value: 'b' }] },
      { status: 400, why: 'in 2.0 it says two things', headers: patch20, body: [{ add: '/a', remove: '/rack', value: 'b' }] },
      patch(400, 'a number is null', replace('/min_disk', null)),
      patch(400, 'a property is no text', replace('/rack', 7)),
      patch(400, 'tags are no list', replace('/tags', 'x')),
      patch(403, 'an attribute is reserved', [{ op: 'add', path: '/os_glance_x', value: '1' }]),
      patch(400, 'a pointer is too deep', replace('/tags/-', 'b')),
      patch(400, 'the schema is broken', replace('/visibility', 'secret')),
      patch(403, 'an attribute is read-only', replace('/status', 'active')),
      patch(403, 'a base attribute cannot be removed', [{ op: 'remove', path: '/name' }]),
      patch(403, 'the owner is another', replace('/owner', 'somebody')),
      patch(403, 'only administrators publish', replace('/visibility', 'public')),
      patch(409, 'the property to replace is not there', replace('/nope', 'x')),
      patch(409, 'the property to remove is not there', [{ op: 'remove', path: '/nope' }]),
      patch(403, 'locations are not shown', replace('/locations', [])),
      {
        ...patch(412, 'somebody else has changed it', replace('/name', 'b')),
        headers: { ...patch21, 'if-unmodified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' },
      },
      patch(413, 'there are too many properties', addProperties),
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
      { status: 403, why: 'the image is protected', as: 'admin', arrange: image({ protected: true }) },
      { status: 403, why: 'the role is only to read', as: 'reader' },
      { status: 404, why: 'it is deleted already', arrange: deleted() },
    ],
  },
  'PUT /v2/images/{}/tags/{}': {
    arrange: async (world) => ({ ...(await image()(world)), tag: 'new' }),
    success: {},
    denied: { as: 'stranger', arrange: async (world) => ({ ...(await communityImage(world)), tag: 'new' }) },
    errors: [
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
    errors: [{ status: 403, why: 'the image is queued', arrange: image() }],
  },
  'POST /v2/images/{}/actions/reactivate': {
    arrange: activeImage(),
    success: {},
    denied: { as: 'stranger', arrange: activeImage({ visibility: 'community' }) },
    errors: [{ status: 403, why: 'the image is queued', arrange: image() }],
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
