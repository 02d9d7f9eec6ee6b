import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './cloud'
import {
  activeImage,
  type Failure,
  image,
  type MoreFailures,
  octetStream,
  type Parameters,
  patch21,
  until,
} from './operation-cases'
import { demanded } from './server-kinds'

const fields = { [demanded]: '7' }
const [queued, active] = [image(fields), activeImage(fields)]
const body = { ...fields, disk_format: 'raw', container_format: 'bare' }
const off = (why: string, rest: Partial<Failure> = {}): Failure => ({ status: 404, why, as: 'admin', ...rest })

const cacheless = off('there is no cache')
const cachelessImage = off('there is no cache', { arrange: active })

const urlOf = ({ cloud }: World, path: string) => cloud.around?.web.url + path
const from = (path: string) => (world: World) => ({ method: { name: 'web-download', uri: urlOf(world, path) } })

/** An image whose import waits for its source. */
async function importing(world: World): Promise<Parameters> {
  const made = await queued(world)
  const path = `/v2/images/${made.imageId}`
  await world.make('POST', `${path}/import`, { body: from('/held')(world) })
  await until<{ status: string }>(world, path, ({ status }) => status === 'importing')
  return made
}

/** The member's image, whose data the store has lost. */
async function lost(world: World): Promise<Parameters> {
  const made = await active(world)
  rmSync(join(world.cloud.around?.folder ?? '', 'images', String(made.imageId)))
  return made
}

const location = (world: World, path: string, more: Record<string, unknown> = {}) => ({
  url: urlOf(world, path),
  metadata: {},
  ...more,
})
const added =
  (path: string, more: Record<string, unknown> = {}) =>
  (world: World) => [{ op: 'add', path: '/locations/-', value: location(world, path, more) }]
const located = async (world: World, paths: readonly string[] = ['/ten']): Promise<Parameters> => {
  const made = await queued(world)
  for (const path of paths)
    await world.make('PATCH', `/v2/images/${made.imageId}`, { headers: patch21, body: JSON.stringify(added(path)(world)) })
  return made
}
const patch = (status: number, why: string, asked: unknown, arrange = queued): Failure => ({
  ...{ status, why, arrange, headers: patch21 },
  body: asked,
})
const addUrl = (url: string) => [{ op: 'add', path: '/locations/-', value: { url, metadata: {} } }]
const remove = (index: string) => [{ op: 'remove', path: `/locations/${index}` }]
const replaced = (paths: readonly string[]) => (world: World) => [
  { op: 'replace', path: '/locations', value: paths.map((path) => location(world, path)) },
]
const hashes = (os_hash_algo: string, os_hash_value: string) => ({ validation_data: { os_hash_algo, os_hash_value } })
const zeros = '0'.repeat(128)

const locationPatches: Failure[] = [
  patch(400, 'a location has no metadata', [{ op: 'add', path: '/locations/-', value: { url: 'http://127.0.0.1/x' } }]),
  patch(400, 'a location is there already', added('/ten'), located),
  patch(400, 'a location is a file', addUrl('file:///etc/passwd')),
  patch(400, 'no store has the scheme of a location', addUrl('gopher://127.0.0.1/x')),
  patch(400, 'a location cannot be reached', added('/nowhere')),
  patch(400, 'an address for a location is too shallow', [{ op: 'add', path: '/locations', value: {} }]),
  patch(413, 'there are too many locations', added('/twelve'), (world) => located(world, ['/ten', '/eleven'])),
  patch(409, 'locations of an image that is importing are added', added('/ten'), importing),
  patch(400, 'half of the validation data is missing', added('/ten', { validation_data: { os_hash_algo: 'sha512' } })),
  patch(409, 'the hash has another algorithm', added('/ten', hashes('md5', '0'.repeat(32)))),
  patch(409, 'the hash contradicts what is known', added('/eleven', hashes('sha512', zeros)), active),
  patch(403, 'no location remains', replaced([]), located),
  patch(400, 'other locations replace those that are there', replaced(['/eleven']), located),
  patch(403, 'a member removes a location', remove('0'), located),
  { ...patch(400, 'there is no such location', remove('5'), located), as: 'admin' },
  { ...patch(403, 'the last location is removed', remove('0'), located), as: 'admin' },
  { ...patch(409, 'a location of a queued image is removed', remove('0')), as: 'admin' },
]

/** One store, no cache, no staged data, and an operator who forbids and demands more. */
export const singleCases: MoreFailures = {
  'POST /v2/images': [
    { status: 400, why: 'a property that the operator demands is missing', body: { name: 'x' } },
    { status: 403, why: 'the property is protected', body: { ...body, x_guarded: '1' } },
    { status: 403, why: 'the operator lets nobody else make it everybody’s', body: { ...body, visibility: 'community' } },
  ],
  'PATCH /v2/images/{}': [
    patch(403, 'the property is protected', [{ op: 'add', path: '/x_guarded', value: '1' }]),
    patch(403, 'the operator lets nobody else make it everybody’s', [{ op: 'replace', path: '/visibility', value: 'community' }]),
    ...locationPatches,
  ],
  'PUT /v2/images/{}/file': [
    { status: 413, why: 'the storage quota is used up', arrange: queued, headers: octetStream, body: 'x'.repeat(5000) },
  ],
  'GET /v2/images/{}/file': [
    { status: 204, why: 'the store has lost the data', arrange: lost },
    { status: 204, why: 'the store has lost the data of a range', arrange: lost, headers: { range: 'bytes=0-1' } },
    { status: 204, why: 'there are no data yet', arrange: queued },
    { status: 400, why: 'there is no store to prefer', arrange: active, query: '?prefer=file' },
  ],
  'PUT /v2/images/{}/stage': [
    off('nothing can be staged', { as: 'member', arrange: queued, headers: octetStream, body: 'bytes' }),
  ],
  'POST /v2/images/{}/import': [
    { status: 400, why: 'the method is not enabled', arrange: queued, body: { method: { name: 'glance-direct' } } },
    {
      status: 400,
      why: 'there are no stores to choose',
      arrange: queued,
      body: (world: World) => ({ ...from('/ten')(world), stores: ['file'] }),
    },
    {
      ...{ status: 400, why: 'there are no stores of which one may fail', arrange: queued },
      body: (world: World) => ({ ...from('/ten')(world), all_stores_must_succeed: false }),
    },
    { status: 400, why: 'there is no store to copy to', as: 'admin', arrange: active, body: { method: { name: 'copy-image' } } },
    { status: 409, why: 'another import is running', arrange: importing, body: from('/ten') },
  ],
  'POST /v2/images/{}/locations': [
    {
      status: 409,
      why: 'an import is running',
      as: 'admin',
      arrange: importing,
      body: (world: World) => ({ url: urlOf(world, '/ten') }),
    },
  ],
  'GET /v2/info/stores': [off('there is one store')],
  'GET /v2/info/stores/detail': [off('there is one store')],
  'DELETE /v2/stores/{}/{}': [
    off('there is one store', { arrange: async (world) => ({ storeId: 'file', ...(await active(world)) }) }),
  ],
  'GET /v2/cache': [cacheless],
  'DELETE /v2/cache': [cacheless],
  'PUT /v2/cache/{}': [cachelessImage],
  'DELETE /v2/cache/{}': [cachelessImage],
  'POST /v2/cache/clean': [cacheless],
  'POST /v2/cache/prune': [cacheless],
  'GET /v2/cache/nodes/{}': [cachelessImage],
  'GET /v2/cached_images': [cacheless],
  'GET /v2/queued_images': [cacheless],
}
