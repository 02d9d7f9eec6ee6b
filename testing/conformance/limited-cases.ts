import type { World } from './cloud'
import type { LimitName } from './keystone-limits'
import { type Failure, image, type MoreFailures, octetStream, type Parameters, stagedImage } from './operation-cases'

/** An arrangement after which one of Keystone's limits can be reached. */
function limited(name: LimitName, value: number, arrange: (world: World) => Promise<Parameters> = async () => ({})) {
  return async (world: World): Promise<Parameters> => {
    const limits = world.cloud.around?.keystone?.limits
    if (!limits) throw new Error('This server asks no Keystone for limits')
    await limits.only('image_count_total', 1_000_000)
    const made = await arrange(world)
    await limits.only(name, value)
    return made
  }
}

const over = (name: LimitName, rest: Partial<Failure>): Failure => ({
  ...{ status: 413, why: `the limit ${name} is reached` },
  ...rest,
})
const bytes = { headers: { ...octetStream, 'x-openstack-image-size': '2097152' }, body: 'bytes' }
const direct = { body: { method: { name: 'glance-direct' } } }
const download = { body: { method: { name: 'web-download', uri: 'http://nowhere.invalid/x' } } }

/** A staged image beside one that has used up a mebibyte. */
async function stagedBesideStored(world: World): Promise<Parameters> {
  const { imageId } = await image()(world)
  await world.make('PUT', `/v2/images/${imageId}/file`, { headers: octetStream, body: new Uint8Array(1024 * 1024) })
  return stagedImage(world)
}

/** Keystone's unified limits. */
export const limitedCases: MoreFailures = {
  'POST /v2/images': [over('image_count_total', { arrange: limited('image_count_total', 0), body: {} })],
  'PUT /v2/images/{}/file': [
    over('image_size_total', { arrange: limited('image_size_total', 1, image()), ...bytes }),
    over('image_count_uploading', { arrange: limited('image_count_uploading', 0, image()), headers: octetStream, body: 'bytes' }),
  ],
  'PUT /v2/images/{}/stage': [
    over('image_stage_total', { arrange: limited('image_stage_total', 1, image()), ...bytes }),
    over('image_count_uploading', { arrange: limited('image_count_uploading', 0, image()), headers: octetStream, body: 'bytes' }),
  ],
  'POST /v2/images/{}/import': [
    over('image_size_total', { arrange: limited('image_size_total', 0, stagedBesideStored), ...direct }),
    over('image_count_uploading', { arrange: limited('image_count_uploading', 0, image()), ...download }),
  ],
}
