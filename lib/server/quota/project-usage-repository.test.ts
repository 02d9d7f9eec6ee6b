import { expect, it } from 'vitest'
import { imagesToCount, storeCountedImage } from '@/testing/counted-images'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { createProjectUsageRepository } from './project-usage-repository'
import { createUsageSampleRepository } from './usage-sample-repository'

describeOnDatabases('what projects use', (on) => {
  it('is counted as quotas count it, however long the stretches are', async () => {
    const queued = { status: 'queued', size: null, copies: [], owner: null } as const
    for (const image of [...imagesToCount, queued]) await storeCountedImage(on.database, image)
    for (const stretch of [1, 3, 1000])
      expect(await createProjectUsageRepository(on.database, stretch).all()).toEqual([
        { projectId: 'p1', images: 7, uploading: 4, stored_bytes: 2000 + 2 ** 41 + 7, staged_bytes: 340 },
        { projectId: 'p2', images: 1, uploading: 0, stored_bytes: 5, staged_bytes: 0 },
        { projectId: null, images: 1, uploading: 0, stored_bytes: 0, staged_bytes: 0 },
      ])
  })

  it('is kept once for each hour, of one project or of all, and forgotten in the end', async () => {
    const samples = createUsageSampleRepository(on.database)
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
