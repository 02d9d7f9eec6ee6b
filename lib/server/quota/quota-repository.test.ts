import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import type { Database } from '../db/database'
import { newDraft } from '../images/image-draft'
import { createImageRepository } from '../images/image-repository'
import { createQuotaRepository, type QuotaRepository } from './quota-repository'

describe.each(databaseServers)('what images use on $kind', ({ missing, start }) => {
  if (missing) return it.skip(missing)
  let server: DatabaseServer
  let database: Database
  let quotas: QuotaRepository

  beforeAll(async () => {
    server = await start()
    database = await server.create()
    quotas = createQuotaRepository(database)
    await image({ status: 'active', size: 1000, copies: 2 })
    await image({ status: 'deactivated', size: 2 ** 41, copies: 1 })
    await image({ status: 'active', size: 7, copies: 1, importing: 'fast' })
    await image({ status: 'active', size: 7, copies: 0, importing: '' })
    await image({ status: 'killed', size: 50, copies: 1 })
    await image({ status: 'pending_delete', size: 50, copies: 1 })
    await image({ status: 'queued', size: null, copies: 0 })
    await image({ status: 'saving', size: null, copies: 0 })
    await image({ status: 'uploading', size: 300, copies: 0 })
    await image({ status: 'importing', size: 40, copies: 0 })
    await image({ status: 'active', size: 5, copies: 1, owner: 'p2' })
    await image({ status: 'active', size: 1000, copies: 1, deleted: true })
  })
  afterAll(() => server?.stop())

  interface Facts {
    status: ImageStatus
    size: number | null
    copies: number
    owner?: string
    importing?: string
    deleted?: boolean
  }

  async function image({ status, size, copies, owner = 'p1', importing, deleted = false }: Facts) {
    const { db } = database
    const id = randomUUID()
    const properties: Record<string, string> = importing === undefined ? {} : { os_glance_importing_to_stores: importing }
    const attributes = { ...newDraft(owner).attributes, owner }
    await createImageRepository(database).create({ ...attributes, id, tags: [], properties })
    await db.updateTable('images').set({ status, size, deleted }).where('id', '=', id).execute()
    const times = { created_at: '2026-01-02 03:04:05', updated_at: '2026-01-02 03:04:05' }
    const location = { image_id: id, value: 'file:///x', meta_data: '{}', status: 'active', ...times }
    for (let copy = 0; copy < copies; copy++)
      await db
        .insertInto('image_locations')
        .values({ ...location, deleted })
        .execute()
    await db
      .insertInto('image_locations')
      .values({ ...location, deleted: true })
      .execute()
  }

  it('counts each copy of the bytes', async () => expect(await quotas.storedBytes('p1')).toBe(2000 + 2 ** 41 + 7))
  it('counts what is staged', async () => expect(await quotas.stagedBytes('p1')).toBe(340))
  it('counts images', async () => expect(await quotas.imageCount('p1')).toBe(8))
  it('counts what is on the way', async () => expect(await quotas.uploadingCount('p1')).toBe(4))
  it('keeps projects apart', async () => {
    expect([await quotas.storedBytes('p2'), await quotas.imageCount('p2')]).toEqual([5, 1])
    expect([await quotas.storedBytes('p3'), await quotas.stagedBytes('p3'), await quotas.uploadingCount('p3')]).toEqual([0, 0, 0])
  })
})
