import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import type { Database } from '../db/database'
import { newDraft } from '../images/image-draft'
import { createImageRepository } from '../images/image-repository'
import { createProjectUsageRepository } from './project-usage-repository'
import { createUsageSampleRepository } from './usage-sample-repository'

describe.each(databaseServers)('what projects use on $kind', ({ missing, start }) => {
  if (missing) return it.skip(missing)
  let server: DatabaseServer
  let database: Database

  beforeAll(async () => {
    server = await start()
    database = await server.create()
  })
  afterAll(() => server?.stop())

  interface Facts {
    status: ImageStatus
    size: number | null
    copies: number
    owner?: string | null
    importing?: string
    deleted?: boolean
  }

  async function image({ status, size, copies, owner = 'p1', importing, deleted = false }: Facts) {
    const { db } = database
    const id = randomUUID()
    const properties: Record<string, string> = importing === undefined ? {} : { os_glance_importing_to_stores: importing }
    await createImageRepository(database).create({ ...newDraft('p1').attributes, owner, id, tags: [], properties })
    await db.updateTable('images').set({ status, size, deleted }).where('id', '=', id).execute()
    const times = { created_at: '2026-01-02 03:04:05', updated_at: '2026-01-02 03:04:05' }
    const location = { image_id: id, value: 'file:///x', meta_data: '{}', status: 'active', ...times }
    for (const gone of [...Array(copies).fill(deleted), true])
      await db
        .insertInto('image_locations')
        .values({ ...location, deleted: gone })
        .execute()
  }

  it('is counted as quotas count it, however long the stretches are', async () => {
    await image({ status: 'active', size: 1000, copies: 2 })
    await image({ status: 'deactivated', size: 2 ** 41, copies: 1 })
    await image({ status: 'active', size: 7, copies: 1, importing: 'fast' })
    await image({ status: 'active', size: 7, copies: 0, importing: '' })
    await image({ status: 'killed', size: 50, copies: 1 })
    await image({ status: 'pending_delete', size: 50, copies: 1 })
    await image({ status: 'saving', size: null, copies: 0 })
    await image({ status: 'uploading', size: 300, copies: 0 })
    await image({ status: 'importing', size: 40, copies: 0 })
    await image({ status: 'active', size: 1000, copies: 1, deleted: true })
    await image({ status: 'active', size: 5, copies: 1, owner: 'p2' })
    await image({ status: 'queued', size: null, copies: 0, owner: null })
    for (const stretch of [1, 3, 1000])
      expect(await createProjectUsageRepository(database, stretch).all()).toEqual([
        { projectId: 'p1', images: 7, uploading: 4, stored_bytes: 2000 + 2 ** 41 + 7, staged_bytes: 340 },
        { projectId: 'p2', images: 1, uploading: 0, stored_bytes: 5, staged_bytes: 0 },
        { projectId: null, images: 1, uploading: 0, stored_bytes: 0, staged_bytes: 0 },
      ])
  })

  it('is kept once for each hour, of one project or of all, and forgotten in the end', async () => {
    const samples = createUsageSampleRepository(database)
    const used = (projectId: string | null, images: number) => ({
      ...{ projectId, images, uploading: 0, stored_bytes: images * 2 ** 40, staged_bytes: 1 },
    })
    await samples.keep(1000, [used('a', 1), used(null, 2)])
    await samples.keep(2000, [used('a', 9)])
    await samples.keep(2000, [used('a', 3), used('b', 4)])
    expect((await samples.since(0, 'a')).map(({ time, images }) => [time, images])).toEqual([
      [1000, 1],
      [2000, 3],
    ])
    expect(await samples.since(0, undefined)).toEqual([
      { time: 1000, images: 3, uploading: 0, stored_bytes: 3 * 2 ** 40, staged_bytes: 2 },
      { time: 2000, images: 7, uploading: 0, stored_bytes: 7 * 2 ** 40, staged_bytes: 2 },
    ])
    await samples.prune(2000)
    expect((await samples.since(0, undefined)).map(({ time }) => time)).toEqual([2000])
  })
})
