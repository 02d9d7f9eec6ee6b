import type { World } from './cloud'
import {
  activeImage,
  type ConformanceTable,
  communityImage,
  type Failure,
  image,
  octetStream,
  type Parameters,
  stagedImage,
  until,
} from './operation-cases'

const put = (status: number, why: string, rest: Partial<Failure>): Failure => ({
  ...{ status, why, headers: octetStream, body: 'bytes' },
  ...rest,
})
const strangersWrite = { as: 'stranger', arrange: communityImage } as const

/** Beyond the `image_size_cap` that the configuration of these checks has. */
const tooMuch = new Uint8Array(1024 * 1024 + 1)

const deleteWhile =
  (underway: string) =>
  async (world: World, { imageId }: Parameters) => {
    const path = `/v2/images/${imageId}`
    await until<{ status: string }>(world, path, ({ status }) => status === underway)
    await world.make('DELETE', path)
  }
const [deleteWhileSaving, deleteWhileUploading] = [deleteWhile('saving'), deleteWhile('uploading')]

/** A boot sector that announces partitions and has none. */
function bootSector(): Uint8Array {
  const sector = new Uint8Array(1024)
  sector.set([0x55, 0xaa], 510)
  return sector
}

export const dataCases: ConformanceTable = {
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
      put(400, 'the store is unknown', { headers: { ...octetStream, 'x-image-meta-store': 'nowhere' } }),
      put(410, 'the store is read-only', { headers: { ...octetStream, 'x-image-meta-store': 'web' } }),
      put(410, 'the image is deleted meanwhile', { meanwhile: deleteWhileSaving }),
      put(413, 'the data are beyond image_size_cap', { body: tooMuch }),
    ],
  },
  'GET /v2/images/{}/file': {
    arrange: activeImage(),
    success: {},
    denied: { as: 'reader' },
    errors: [
      { status: 206, why: 'a range is asked for', headers: { range: 'bytes=0-1' } },
      { status: 206, why: 'a range is asked for in the older way', headers: { 'content-range': 'bytes 0-1/10' } },
      { status: 400, why: 'there are several ranges', headers: { range: 'bytes=0-1,3-4' } },
      { status: 416, why: 'the range is beyond the end', headers: { range: 'bytes=99-' } },
      { status: 416, why: 'the range is reversed', headers: { range: 'bytes=5-1' } },
      { status: 416, why: 'the unit is unknown', headers: { range: 'lines=0-1' } },
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
  'PUT /v2/images/{}/stage': {
    arrange: image(),
    success: { headers: octetStream, body: 'bytes' },
    denied: { as: 'stranger', arrange: communityImage, headers: octetStream, body: 'bytes' },
    errors: [
      { status: 415, why: 'the media type is wrong', headers: { 'content-type': 'text/plain' }, body: 'bytes' },
      { status: 409, why: 'it is staged already', arrange: stagedImage, headers: octetStream, body: 'bytes' },
      put(400, 'the announced size is no number', { headers: { ...octetStream, 'x-openstack-image-size': 'x' } }),
      put(400, 'the announced size is another', { headers: { ...octetStream, 'x-openstack-image-size': '4' } }),
      put(409, 'the data are there', { arrange: activeImage() }),
      put(410, 'the image is deleted meanwhile', { meanwhile: deleteWhileUploading }),
      put(413, 'the data are beyond image_size_cap', { body: tooMuch }),
    ],
  },
}
