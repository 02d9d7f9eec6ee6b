import { expect, it } from 'vitest'
import { type CountedImage, storeCountedImage } from '@/testing/counted-images'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { createStoreUseRepository } from './store-use-repository'

describeOnDatabases('what stores hold', (on) => {
  it('counts by place and metadata, however long the stretches are', async () => {
    const image = (facts: CountedImage) => storeCountedImage(on.database, facts)
    for (let made = 0; made < 5; made++) await image({ copies: ['file:///a/ID'], size: 2 ** 41, status: 'active' })
    await image({ copies: ['file:///b/ID', 'file:///a/ID'], size: 10, status: 'active', metadata: '{"store": "fast"}' })
    await image({ copies: ['http://one.example/x', 'http://two.example/y'], size: null, status: 'active', metadata: null })
    await image({ copies: ['file:///a/ID'], size: 7, status: 'killed' })
    for (const stretch of [1, 3, 4, 1000]) {
      const uses = await createStoreUseRepository(on.database, stretch).uses()
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
