import { beforeAll, expect, it } from 'vitest'
import { type CountedImage, storeCountedImage } from '@/testing/counted-images'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { createQuotaRepository, type QuotaRepository } from './quota-repository'

const [one, two] = [['file:///x'], ['file:///x', 'file:///y']]

describeOnDatabases('what images use', (on) => {
  let quotas: QuotaRepository

  beforeAll(async () => {
    quotas = createQuotaRepository(on.database)
    const image = (facts: CountedImage) => storeCountedImage(on.database, facts)
    await image({ status: 'active', size: 1000, copies: two })
    await image({ status: 'deactivated', size: 2 ** 41, copies: one })
    await image({ status: 'active', size: 7, copies: one, importing: 'fast' })
    await image({ status: 'active', size: 7, copies: [], importing: '' })
    await image({ status: 'killed', size: 50, copies: one })
    await image({ status: 'pending_delete', size: 50, copies: one })
    await image({ status: 'queued', size: null, copies: [] })
    await image({ status: 'saving', size: null, copies: [] })
    await image({ status: 'uploading', size: 300, copies: [] })
    await image({ status: 'importing', size: 40, copies: [] })
    await image({ status: 'active', size: 5, copies: one, owner: 'p2' })
    await image({ status: 'active', size: 1000, copies: one, deleted: true })
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
