import type { World } from './cloud'
import {
  activeImage,
  type ConformanceTable,
  communityImage,
  type Failure,
  image,
  type Parameters,
  patch21,
  sharedImage,
} from './operation-cases'

const strangersMembership = async (world: World): Promise<Parameters> => ({
  ...(await communityImage(world)),
  memberId: world.cloud.strangersProject,
})
const anothersMembership = async (world: World): Promise<Parameters> => {
  const made = await sharedWithTwo(world)
  return { ...made, memberId: 'another' }
}
/** A membership of an image that has become private. */
const unshared = async (world: World): Promise<Parameters> => {
  const made = await sharedImage(world)
  const body = [{ op: 'replace', path: '/visibility', value: 'private' }]
  await world.make('PATCH', `/v2/images/${made.imageId}`, { headers: patch21, body: JSON.stringify(body) })
  return made
}
/** As many members as `image_member_quota` allows in the configuration of these checks. */
const sharedWithTwo = async (world: World): Promise<Parameters> => {
  const made = await sharedImage(world)
  await world.make('POST', `/v2/images/${made.imageId}/members`, { body: { member: 'another' } })
  return made
}

const hashed = (why: string, validation_data: Record<string, string>): Failure => ({
  ...{ status: 400, why, as: 'admin', body: { url: 'http://nowhere.invalid/x', validation_data } },
})

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
      { status: 413, why: 'there are too many members', arrange: sharedWithTwo, body: { member: 'somebody' } },
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
    errors: [
      { status: 404, why: 'it is another project’s', as: 'stranger', arrange: anothersMembership },
      { status: 404, why: 'the image is not shared', arrange: unshared },
    ],
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
    errors: [
      { status: 403, why: 'the image is not shared', arrange: unshared },
      { status: 404, why: 'it is no member', arrange: async (world) => ({ ...(await image()(world)), memberId: 'nobody' }) },
    ],
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
        why: 'the algorithm is unknown',
        as: 'admin',
        body: { url: 'http://nowhere.invalid/x', validation_data: { os_hash_algo: 'crc32', os_hash_value: 'ab' } },
      },
      {
        status: 400,
        why: 'the hash is missing',
        as: 'admin',
        body: { url: 'http://nowhere.invalid/x', validation_data: { os_hash_algo: 'sha512' } },
      },
      {
        status: 400,
        why: 'the hash is too short',
        as: 'admin',
        body: { url: 'http://nowhere.invalid/x', validation_data: { os_hash_algo: 'sha512', os_hash_value: 'ab' } },
      },
      hashed('the hash is no hexadecimal', { os_hash_algo: 'md5', os_hash_value: 'z'.repeat(32) }),
      hashed('the validation data have more in them', { os_hash_algo: 'md5', os_hash_value: 'a'.repeat(32), checksum: 'x' }),
      { status: 403, why: 'only services add what is not on the web', body: { url: 'rbd://pool/image' } },
      { status: 409, why: 'the data are there', as: 'admin', arrange: activeImage(), body: { url: 'http://nowhere.invalid/x' } },
    ],
  },
  'GET /v2/images/{}/locations': {
    arrange: activeImage(),
    success: { as: 'admin' },
    denied: { as: 'member' },
  },
  'GET /api/audit': {
    success: {},
    denied: null,
    errors: [{ status: 400, why: 'the status is none', query: '?status=perhaps' }],
  },
  'GET /api/client-settings': { success: {}, denied: null },
  'GET /api/diagnostics': { success: {}, denied: null },
  'GET /api/refusals': { success: {}, denied: null },
  'GET /api/policy': { success: { as: 'admin' }, denied: { as: 'member' } },
  'GET /api/policy/decision': {
    success: { as: 'admin', query: '?action=get_image&role=member&target=own' },
    denied: { as: 'member', query: '?action=get_image&role=member&target=own' },
    errors: [
      { status: 400, why: 'the target is none', as: 'admin', query: '?action=get_image&role=member&target=moon' },
      { status: 404, why: 'there is no such rule', as: 'admin', query: '?action=dance&role=member&target=own' },
    ],
  },
  'GET /api/services': { success: { as: 'admin' }, denied: { as: 'member' } },
  'GET /api/shares': {
    success: {},
    denied: null,
    errors: [{ status: 400, why: 'the status is unknown', query: '?status=perhaps' }],
  },
  'GET /api/shares/images': {
    success: {},
    denied: null,
    errors: [{ status: 400, why: 'the sorting is unknown', query: '?sort=beauty' }],
  },
  'POST /api/explain': {
    success: { body: { action: 'delete_image' } },
    denied: { as: 'member', body: { action: 'delete_image', as: { roles: ['admin'] } } },
    errors: [
      { status: 400, why: 'the action is missing', body: {} },
      { status: 400, why: 'the action is no policy', body: { action: 'dance' } },
      { status: 404, why: 'the image is not there', body: { action: 'get_image', image_id: 'nowhere' } },
    ],
  },
  'GET /v2/info/import': { success: {}, denied: null },
  'GET /v2/info/usage': { success: {}, denied: null },
}
