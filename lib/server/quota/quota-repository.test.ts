import { beforeAll, expect, it } from 'vitest'
import { imagesToCount, storeCountedImage } from '@/testing/counted-images'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { createQuotaRepository, type QuotaRepository } from './quota-repository'

describeOnDatabases('what images use', (on) => {
  let quotas: QuotaRepository

  beforeAll(async () => {
    quotas = createQuotaRepository(on.database)
    const queued = { status: 'queued', size: null, copies: [] } as const
    for (const image of [...imagesToCount, queued]) await storeCountedImage(on.database, image)
  })

  it('counts each copy of the bytes', async () => expect(await quotas.storedBytes('p1')).toBe(2000 + 2 ** 41 + 7))
  it('counts what is staged', async () => expect(await quotas.stagedBytes('p1')).toBe(340))
  it('counts images', async () => expect(await quotas.imageCount('p1')).toBe(8))
  it('counts what is on the way', async () => expect(await quotas.uploadingCount('p1')).toBe(4))
  it('keeps projects apart', async () => {
    expect([await quotas.storedBytes('p2'), await quotas.imageCount('p2')]).toEqual([5, 1])
    expect([await quotas.storedBytes('p3'), await quotas.stagedBytes('p3'), await quotas.uploadingCount('p3')]).toEqual([0, 0, 0])
  })
})
