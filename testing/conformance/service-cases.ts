import { randomUUID } from 'node:crypto'
import type { World } from './cloud'
import {
  activeImage,
  type ConformanceTable,
  communityImage,
  image,
  octetStream,
  type Parameters,
  sharedImage,
} from './operation-cases'

const method = (name: string, more: Record<string, unknown> = {}) => ({ method: { name, ...more } })
const staged = async (world: World): Promise<Parameters> => {
  const made = await image()(world)
  await world.make('PUT', `/v2/images/${made.imageId}/stage`, { headers: octetStream, body: 'ten bytes.' })
  return made
}
const strangersMembership = async (world: World): Promise<Parameters> => ({
  ...(await communityImage(world)),
  memberId: world.cloud.strangersProject,
})
const task = {
  type: 'import',
  input: { import_from: 'http://nowhere.invalid/x.img', import_from_format: 'raw', image_properties: {} },
}

export const serviceCases: ConformanceTable = {
  'POST /v2/images/{}/members': {
    arrange: image(),
    success: { body: { member: 'somebody' } },
    denied: { as: 'stranger', arrange: sharedImage, body: { member: 'somebody' } },
    errors: [
      { status: 400, why: 'there is no body' },
      { status: 400, why: 'the member is missing', body: {} },
      { status: 400, why: 'the member is empty', body: { member: '' } },
      { status: 400, why: 'the body is a list', body: [] },
      { status: 403, why: 'the image is not shared', arrange: communityImage, body: { member: 'somebody' } },
      {
        status: 409,
        why: 'it is a member already',
        arrange: async (world) => {
          const made = await image()(world)
          await world.make('POST', `/v2/images/${made.imageId}/members`, { body: { member: 'somebody' } })
          return made
        },
        body: { member: 'somebody' },
      },
    ],
  },
  'GET /v2/images/{}/members': {
    arrange: sharedImage,
    success: {},
    denied: { as: 'stranger', arrange: communityImage },
    errors: [{ status: 403, why: 'the image is not shared', arrange: communityImage }],
  },
  'GET /v2/images/{}/members/{}': {
    arrange: sharedImage,
    success: {},
    denied: { as: 'stranger', status: 404, arrange: strangersMembership },
  },
  'PUT /v2/images/{}/members/{}': {
    arrange: sharedImage,
    success: { as: 'stranger', body: { status: 'accepted' } },
    denied: { as: 'member', body: { status: 'accepted' } },
    errors: [
      { status: 400, why: 'the status is missing', as: 'stranger', body: {} },
      { status: 400, why: 'the status is unknown', as: 'stranger', body: { status: 'perhaps' } },
    ],
  },
  'DELETE /v2/images/{}/members/{}': {
    arrange: sharedImage,
    success: {},
    denied: { as: 'stranger' },
    errors: [{ status: 400, why: 'a body is not expected', body: {} }],
  },
  'PUT /v2/images/{}/stage': {
    arrange: image(),
    success: { headers: octetStream, body: 'bytes' },
    denied: { as: 'stranger', arrange: communityImage, headers: octetStream, body: 'bytes' },
    errors: [
      { status: 415, why: 'the media type is wrong', headers: { 'content-type': 'text/plain' }, body: 'bytes' },
      { status: 409, why: 'it is staged already', arrange: staged, headers: octetStream, body: 'bytes' },
      {
        status: 400,
        why: 'the announced size is another',
        headers: { ...octetStream, 'x-openstack-image-size': '4' },
        body: 'bytes',
      },
    ],
  },
  'POST /v2/images/{}/import': {
    arrange: staged,
    success: { body: method('glance-direct') },
    denied: { as: 'stranger', arrange: communityImage, body: method('web-download', { uri: 'http://nowhere.invalid/x' }) },
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
      { status: 409, why: 'nothing is staged', arrange: image(), body: method('glance-direct') },
      {
        status: 409,
        why: 'the formats are not set',
        arrange: image({ disk_format: null }),
        body: method('web-download', { uri: 'http://nowhere.invalid/x' }),
      },
      { status: 409, why: 'the data are there', arrange: activeImage(), body: method('glance-direct') },
    ],
  },
  'GET /v2/images/{}/tasks': {
    arrange: image(),
    success: {},
    denied: { as: 'stranger', status: 404 },
  },
  'POST /v2/images/{}/locations': {
    arrange: image(),
    success: { as: 'admin', body: { url: 'http://nowhere.invalid/x' } },
    denied: { as: 'stranger', arrange: communityImage, body: { url: 'http://nowhere.invalid/x' } },
    errors: [
      { status: 400, why: 'the address is missing', as: 'admin', body: {} },
      { status: 400, why: 'the address is no text', as: 'admin', body: { url: 7 } },
      {
        status: 400,
        why: 'the hash is too short',
        as: 'admin',
        body: { url: 'http://nowhere.invalid/x', validation_data: { os_hash_algo: 'sha512', os_hash_value: 'ab' } },
      },
      { status: 409, why: 'the data are there', as: 'admin', arrange: activeImage(), body: { url: 'http://nowhere.invalid/x' } },
    ],
  },
  'GET /v2/images/{}/locations': {
    arrange: activeImage(),
    success: { as: 'admin' },
    denied: { as: 'member' },
  },
  'GET /v2/info/import': { success: {}, denied: null },
  'GET /v2/info/usage': { success: {}, denied: null },
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
      {
        status: 400,
        why: 'the source is a file',
        as: 'admin',
        body: { ...task, input: { ...task.input, import_from: 'file:///etc/passwd' } },
      },
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
