import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import type { Database } from '../db/database'
import { newDraft } from '../images/image-draft'
import { createImageRepository } from '../images/image-repository'
import { createStoreUseRepository } from './store-use-repository'

describe.each(databaseServers)('what stores hold on $kind', ({ missing, start }) => {
  if (missing) return it.skip(missing)
  let server: DatabaseServer
  let database: Database
  beforeAll(async () => {
    server = await start()
    database = await server.create()
  })
  afterAll(() => server?.stop())

  interface Facts {
    urls: readonly string[]
    size: number | null
    status?: 'active' | 'killed'
    metadata?: string | null
  }

  async function image({ urls, size, status = 'active', metadata = '{}' }: Facts) {
    const id = randomUUID()
    await createImageRepository(database).create({ ...newDraft('p1').attributes, owner: 'p1', id, tags: [], properties: {} })
    await database.db.updateTable('images').set({ status, size }).where('id', '=', id).execute()
    const times = { created_at: '2026-01-02 03:04:05', updated_at: '2026-01-02 03:04:05' }
    for (const url of urls) {
      const row = { image_id: id, value: url.replace('ID', id), meta_data: metadata, status: 'active', deleted: false, ...times }
      await database.db.insertInto('image_locations').values(row).execute()
    }
  }

  it('counts by place and metadata, however long the stretches are', async () => {
    for (let made = 0; made < 5; made++) await image({ urls: ['file:///a/ID'], size: 2 ** 41 })
    await image({ urls: ['file:///b/ID', 'file:///a/ID'], size: 10, metadata: '{"store": "fast"}' })
    await image({ urls: ['http://one.example/x', 'http://two.example/y'], size: null, metadata: null })
    await image({ urls: ['file:///a/ID'], size: 7, status: 'killed' })
    for (const stretch of [1, 3, 4, 1000]) {
      const uses = await createStoreUseRepository(database, stretch).uses()
      const sums: Record<string, [number, number]> = {}
      for (const { url, metadata, images, bytes } of uses) {
        const place = `${url.slice(0, 9)} ${metadata.store ?? '-'}`
        const [count, sum] = sums[place] ?? [0, 0]
        sums[place] = [count + images, sum + bytes]
      }
      expect(sums).toEqual({
        'file:///a -': [5, 5 * 2 ** 41],
        'file:///a fast': [1, 10],
        'file:///b fast': [1, 10],
        'http://on -': [sums['http://tw -'] ? 1 : 2, 0],
        ...(sums['http://tw -'] && { 'http://tw -': [1, 0] }),
      })
    }
  })
})
