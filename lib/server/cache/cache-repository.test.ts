import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { type CacheRepository, createCacheRepository } from './cache-repository'

describeOnDatabases('cache repository', (on) => {
  let cache: CacheRepository
  beforeAll(async () => {
    cache = await createCacheRepository(on.database, 'http://node-1')
  })

  const kept = async (size = 2 ** 40) => {
    const imageId = randomUUID()
    await cache.insert({ imageId, size, checksum: 'c'.repeat(32) })
    return imageId
  }

  it('gives back what was noted', async () => {
    const imageId = await kept()
    expect(await cache.find(imageId)).toMatchObject({ imageId, size: 2 ** 40, hits: 0, checksum: 'c'.repeat(32) })
    expect(await cache.find(randomUUID())).toBeNull()
  })
  it('counts hits', async () => {
    const imageId = await kept()
    await Promise.all([cache.hit(imageId), cache.hit(imageId)])
    expect((await cache.find(imageId))?.hits).toBe(2)
  })
  it('notes an image once', async () => {
    const imageId = await kept()
    await cache.insert({ imageId, size: 5, checksum: null })
    expect(await cache.find(imageId)).toMatchObject({ size: 5, checksum: null })
    expect((await cache.all()).filter((cached) => cached.imageId === imageId)).toHaveLength(1)
  })
  it('forgets, and forgets again', async () => {
    const imageId = await kept()
    await cache.remove(imageId)
    await cache.remove(imageId)
    expect(await cache.find(imageId)).toBeNull()
  })
  it('keeps nodes apart, and knows the same one again', async () => {
    const imageId = await kept()
    const other = await createCacheRepository(on.database, 'http://node-2')
    expect(await other.find(imageId)).toBeNull()
    await other.insert({ imageId, size: 1, checksum: null })
    expect(await cache.nodesOf(imageId)).toEqual(['http://node-1', 'http://node-2'])
    expect((await (await createCacheRepository(on.database, 'http://node-1')).find(imageId))?.size).toBe(2 ** 40)
  })
})
