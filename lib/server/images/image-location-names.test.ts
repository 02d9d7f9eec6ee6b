import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/server/db/database'
import { type SeveralStores, startSeveralStores } from '@/testing/several-stores'

let stores: SeveralStores
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  stores = await startSeveralStores({ defaults: 'show_multiple_locations = true' })
  database = openDatabase(stores.api.server.services.config.database.connection)
})
afterAll(async () => {
  await database?.db.destroy()
  await stores?.stop()
})

/** An image whose only location lies in `slow`, with the metadata that an older Glance left beside it. */
async function leftBy(meta_data: string | null) {
  const { id } = await stores.api.createActive('bytes of fast')
  const file = stores.fileOf('slow', id)
  writeFileSync(file, 'bytes of slow')
  const update = database.db.updateTable('image_locations').where('image_id', '=', id)
  await update.set({ value: `file://${file}`, meta_data }).execute()
  return id
}

describe('locations of an older Glance', () => {
  it.each([
    ['one store, no metadata', '{}', {}],
    ['no metadata at all', null, {}],
    ['the name of the store', '{"store":"slow"}', {}],
    ['the name under its older key', '{"backend":"slow"}', {}],
    ['a store that has been renamed', '{"store":"former"}', {}],
    ['an older name that has been renamed, and words of its own', '{"backend":"former","rack":"7"}', { rack: '7' }],
    ['a name that is none', '{"store":null}', {}],
  ])('%s', async (_, metadata, kept) => {
    const id = await leftBy(metadata)
    const image = await stores.api.show(id, 'admin')
    expect(image.stores).toBe('slow')
    const url = `file://${stores.fileOf('slow', id)}`
    expect(image.locations).toEqual([{ url, metadata: { ...kept, store: 'slow' } }])
    const answer = await stores.api.call('GET', `/v2/images/${id}/locations`, { as: 'admin' })
    expect(await answer.json()).toEqual([{ url, metadata: { ...kept, store: 'slow' } }])
    expect(await (await stores.api.call('GET', `/v2/images/${id}/file`)).text()).toBe('bytes of slow')
  })
  it('a copy is removed by the name of its store', async () => {
    const id = await leftBy('{"backend":"slow"}')
    const copy = { value: `file://${stores.fileOf('fast', id)}`, meta_data: '{"backend":"fast"}', status: 'active' as const }
    const times = { created_at: '2024-01-01 00:00:00', deleted: false }
    await database.db
      .insertInto('image_locations')
      .values({ image_id: id, ...copy, ...times })
      .execute()
    expect(await stores.api.status('DELETE', `/v2/stores/slow/${id}`, { as: 'admin' })).toBe(204)
    expect((await stores.api.show(id)).stores).toBe('fast')
  })
})
