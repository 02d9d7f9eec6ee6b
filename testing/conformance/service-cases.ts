import type { World } from './cloud'
import { activeImage, type ConformanceTable, communityImage, image, type Parameters, sharedImage } from './operation-cases'

const strangersMembership = async (world: World): Promise<Parameters> => ({
  ...(await communityImage(world)),
  memberId: world.cloud.strangersProject,
})
/** As many members as `image_member_quota` allows in the configuration of these checks. */
const sharedWithTwo = async (world: World): Promise<Parameters> => {
  const made = await sharedImage(world)
  await world.make('POST', `/v2/images/${made.imageId}/members`, { body: { member: 'another' } })
  return made
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
