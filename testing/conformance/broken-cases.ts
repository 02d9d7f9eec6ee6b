import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { World } from './cloud'
import { image, type MoreFailures, octetStream, type Parameters, stagedImage } from './operation-cases'
import type { Surroundings } from './surroundings'

type Arrange = (world: World) => Promise<Parameters>

function aroundOf({ cloud }: World): Surroundings {
  if (!cloud.around) throw new Error('This server is not ours to spoil')
  return cloud.around
}

/** Arranges while the folder is whole; then a file is in its place, as though its disk had gone. */
function withoutFolder(name: string, arrange: Arrange): Arrange {
  return async (world) => {
    const folder = join(aroundOf(world).folder, name)
    mend(folder)
    const made = await arrange(world)
    renameSync(folder, `${folder}.away`)
    writeFileSync(folder, '')
    return made
  }
}

function mend(folder: string) {
  if (!existsSync(`${folder}.away`)) return
  rmSync(folder)
  renameSync(`${folder}.away`, folder)
}

const toFrail = { ...octetStream, 'x-image-meta-store': 'frail' }
const inFrail: Arrange = async (world) => {
  const made = await image()(world)
  await world.make('PUT', `/v2/images/${made.imageId}/file`, { headers: toFrail, body: 'ten bytes.' })
  return made
}

/** An image whose data are staged at another node. */
function stagedAt(node: (around: Surroundings) => string): Arrange {
  return async (world) => {
    const around = aroundOf(world)
    mend(join(around.folder, 'staging'))
    const made = await stagedImage(world)
    const database = new SqliteDatabase(join(around.folder, 'vitrine.sqlite'))
    const update = "update image_properties set value = ? where name = 'os_glance_stage_host' and image_id = ?"
    const { changes } = database.prepare(update).run(node(around), made.imageId)
    database.close()
    if (changes !== 1) throw new Error('The image does not say where its data are staged')
    return made
  }
}

const gone = stagedAt(() => 'http://127.0.0.1:65535')
const garbled = stagedAt(({ web }) => web.url.replace('http:', 'https:'))
const direct = { body: { method: { name: 'glance-direct' } } }

const remote = (more: Record<string, string>) => ({ body: { method: { name: 'glance-download', ...more } } })

/** Disks that fail, and nodes that do. */
export const brokenCases: MoreFailures = {
  'PUT /v2/images/{}/file': [
    { status: 503, why: 'the store does not work', arrange: withoutFolder('frail', image()), headers: toFrail, body: 'bytes' },
  ],
  'GET /v2/images/{}/file': [{ status: 503, why: 'the store does not work', arrange: withoutFolder('frail', inFrail) }],
  'PUT /v2/images/{}/stage': [
    {
      status: 503,
      why: 'the store does not work',
      arrange: withoutFolder('staging', image()),
      headers: octetStream,
      body: 'bytes',
    },
  ],
  'POST /v2/images/{}/import': [
    { status: 400, why: 'no region is named', arrange: image(), ...remote({ glance_image_id: randomUUID() }) },
    { status: 400, why: 'no image is named', arrange: image(), ...remote({ glance_region: 'RegionTwo' }) },
    {
      status: 400,
      why: 'the image is no UUID',
      arrange: image(),
      ...remote({ glance_region: 'RegionTwo', glance_image_id: 'x' }),
    },
    { status: 504, why: 'the node with the data does not answer', arrange: gone, ...direct },
    { status: 502, why: 'the node with the data cannot be spoken to', arrange: garbled, ...direct },
  ],
  'DELETE /v2/images/{}': [
    { status: 504, why: 'the node with the data does not answer', arrange: gone },
    { status: 502, why: 'the node with the data cannot be spoken to', arrange: garbled },
  ],
}
