import { randomUUID } from 'node:crypto'
import type { World } from './cloud'
import { activeImage, type ConformanceTable, communityImage, image, type Parameters, stagedImage, until } from './operation-cases'

const method = (name: string, more: Record<string, unknown> = {}) => ({ method: { name, ...more } })
const task = {
  type: 'import',
  input: { import_from: 'http://nowhere.invalid/x.img', import_from_format: 'raw', image_properties: {} },
}

const fromNowhere = method('web-download', { uri: 'http://nowhere.invalid/x' })

/** An image whose import did not reach its source. */
async function failedImport(world: World): Promise<Parameters> {
  const made = await image()(world)
  const path = `/v2/images/${made.imageId}`
  await world.make('POST', `${path}/import`, { body: fromNowhere })
  const failed = ({ tasks }: { tasks: { status: string; message: string }[] }) =>
    tasks.some(({ status, message }) => status === 'failure' && message !== '')
  await until(world, `${path}/tasks`, failed)
  await until<{ status: string }>(world, path, ({ status }) => status === 'queued')
  return made
}

const copy = (more: Record<string, unknown> = {}) => ({ ...method('copy-image'), ...more })

export const importCases: ConformanceTable = {
  'POST /v2/images/{}/import': {
    arrange: stagedImage,
    success: { body: method('glance-direct') },
    denied: { as: 'stranger', arrange: communityImage, body: fromNowhere },
    errors: [
      { status: 400, why: 'there is no body' },
      { status: 400, why: 'the method is missing', body: {} },
      { status: 400, why: 'the method is no object', body: { method: 'glance-direct' } },
      { status: 400, why: 'the method is unknown', body: method('by-post') },
      { status: 400, why: 'the address is missing', arrange: image(), body: method('web-download') },
      {
        status: 400,
        why: 'the scheme is refused',
        arrange: image(),
        body: method('web-download', { uri: 'ftp://example.org/x' }),
      },
      {
        status: 400,
        why: 'the port is refused',
        arrange: image(),
        body: method('web-download', { uri: 'http://example.org:8080/x' }),
      },
      { status: 400, why: 'all_stores is no boolean', body: { ...method('glance-direct'), all_stores: 'yes' } },
      { status: 400, why: 'all_stores_must_succeed is no boolean', body: copy({ all_stores_must_succeed: 'yes' }) },
      { status: 400, why: 'all stores and some are asked for', body: copy({ all_stores: true, stores: ['fast'] }) },
      { status: 400, why: 'stores are named twice', headers: { 'x-image-meta-store': 'fast' }, body: copy({ stores: ['fast'] }) },
      {
        ...{ status: 400, why: 'all stores are asked for, and the header names one', headers: { 'x-image-meta-store': 'fast' } },
        body: copy({ all_stores: true }),
      },
      { status: 409, why: 'the store is unknown', body: { ...method('glance-direct'), stores: ['nowhere'] } },
      { status: 403, why: 'a member copies', arrange: activeImage(), body: copy({ stores: ['fast'] }) },
      { status: 400, why: 'the store has the data', as: 'admin', arrange: activeImage(), body: copy({ stores: ['cheap'] }) },
      { status: 409, why: 'there is nothing to copy', as: 'admin', arrange: image(), body: copy({ stores: ['fast'] }) },
      { status: 202, why: 'the source of the import before could not be reached', arrange: failedImport, body: fromNowhere },
      { status: 409, why: 'nothing is staged', arrange: image(), body: method('glance-direct') },
      {
        status: 409,
        why: 'the formats are not set',
        arrange: image({ disk_format: null }),
        body: fromNowhere,
      },
      { status: 409, why: 'the data are there', arrange: activeImage(), body: method('glance-direct') },
    ],
  },
  'GET /v2/images/{}/tasks': {
    arrange: image(),
    success: {},
    denied: { as: 'stranger', status: 404 },
  },
  'GET /v2/tasks': {
    success: { as: 'admin' },
    denied: { as: 'member' },
    errors: [
      { status: 400, why: 'the status is unknown', as: 'admin', query: '?status=x' },
      { status: 400, why: 'the type is another', as: 'admin', query: '?type=export' },
      { status: 400, why: 'the marker is unknown', as: 'admin', query: `?marker=${randomUUID()}` },
      { status: 400, why: 'the marker is no UUID', as: 'admin', query: '?marker=x' },
      { status: 400, why: 'the sort key is unknown', as: 'admin', query: '?sort_key=colour' },
      { status: 400, why: 'the limit is negative', as: 'admin', query: '?limit=-1' },
    ],
  },
  'POST /v2/tasks': {
    success: { as: 'admin', body: task },
    denied: { as: 'member', body: task },
    errors: [
      { status: 400, why: 'there is no body', as: 'admin' },
      { status: 400, why: 'the type is missing', as: 'admin', body: { input: task.input } },
      { status: 400, why: 'the type is unknown', as: 'admin', body: { ...task, type: 'export' } },
      { status: 400, why: 'the source is missing', as: 'admin', body: { ...task, input: {} } },
      ...['file:///etc/passwd', 'ftp://example.org/x', 'http://example.org:8080/x', 'http://127.0.0.1/x'].map((import_from) => ({
        ...{ status: 400, why: `the source is ${import_from}`, as: 'admin' as const },
        body: { ...task, input: { ...task.input, import_from } },
      })),
    ],
  },
  'GET /v2/tasks/{}': {
    arrange: async (world) => ({
      taskId: (await world.make<{ id: string }>('POST', '/v2/tasks', { as: 'admin', body: task })).id,
    }),
    success: { as: 'admin' },
    denied: { as: 'member' },
  },
}
