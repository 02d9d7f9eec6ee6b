import type { World } from './cloud'
import { activeImage, type ConformanceTable, image, type Parameters, until } from './operation-cases'

const uploaded = async (world: World): Promise<Parameters> => ({ storeId: 'cheap', ...(await activeImage()(world)) })

/** The member's image with its data in both stores. */
async function copied(world: World): Promise<Parameters> {
  const made = await uploaded(world)
  const path = `/v2/images/${made.imageId}`
  const body = { method: { name: 'copy-image' }, stores: ['fast'] }
  await world.make('POST', `${path}/import`, { as: 'admin', body })
  await until<{ stores: string }>(world, path, ({ stores }) => stores.includes('fast'))
  return made
}

export const storeCases: ConformanceTable = {
  'GET /v2/info/stores': { success: {}, denied: null },
  'GET /api/usage': { success: { as: 'admin' }, denied: { as: 'member' } },
  'GET /api/usage/samples': {
    success: { as: 'admin' },
    denied: { as: 'member' },
    errors: [{ status: 400, why: 'the time is too long', as: 'admin', query: '?days=1000' }],
  },
  'GET /api/stores': { success: { as: 'admin' }, denied: { as: 'member' } },
  'GET /v2/info/stores/detail': { success: { as: 'admin' }, denied: { as: 'member' } },
  'DELETE /v2/stores/{}/{}': {
    arrange: copied,
    success: { as: 'admin' },
    denied: { as: 'member', arrange: uploaded },
    errors: [
      { status: 403, why: 'it is the only copy', as: 'admin', arrange: uploaded },
      {
        status: 403,
        why: 'the only copy is elsewhere',
        as: 'admin',
        arrange: async (world) => ({ ...(await uploaded(world)), storeId: 'fast' }),
      },
      {
        status: 404,
        why: 'the store has no copy',
        as: 'admin',
        arrange: async (world) => ({ ...(await copied(world)), storeId: 'web' }),
      },
      {
        status: 409,
        why: 'the store is unknown',
        as: 'admin',
        arrange: async (world) => ({ ...(await uploaded(world)), storeId: 'nowhere' }),
      },
      {
        status: 409,
        why: 'the image is not active',
        as: 'admin',
        arrange: async (world) => ({ storeId: 'cheap', ...(await image()(world)) }),
      },
    ],
  },
}
