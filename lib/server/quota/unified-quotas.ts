import { Problem } from '@/lib/contract/problem'
import { type LimitName, limitNames } from '@/lib/contract/usage'
import type { KeystoneLimits } from './keystone-limits'
import type { QuotaRepository } from './quota-repository'
import type { Quotas } from './quota-service'

const mebibyte = 1024 * 1024

/** What an operation would add, in bytes or images. */
type Additions = Partial<Record<LimitName, number>>

/**
 * Keystone's unified limits. The size of an upload need not be known before, so a project may go beyond a limit by the one
 * operation that reaches it; the next is refused.
 */
export function createUnifiedQuotas(repository: QuotaRepository, limits: KeystoneLimits): Quotas {
  const measures: Record<LimitName, (owner: string, addition: number) => Promise<number>> = {
    image_size_total: async (owner, bytes) => Math.floor(((await repository.storedBytes(owner)) + bytes) / mebibyte),
    image_stage_total: async (owner, bytes) => Math.floor(((await repository.stagedBytes(owner)) + bytes) / mebibyte),
    image_count_total: async (owner, images) => (await repository.imageCount(owner)) + images,
    image_count_uploading: async (owner, images) => (await repository.uploadingCount(owner)) + images,
  }

  async function assertRoom(owner: string | null, additions: Additions) {
    if (owner === null) return
    const limitOf = await limits.ofProject(owner)
    for (const [name, addition] of Object.entries(additions) as [LimitName, number][]) {
      const limit = limitOf[name]
      const usage = await measures[name](owner, addition)
      if (limit !== -1 && usage > limit)
        throw new Problem('tooLarge', `The limit ${name} of the project ${owner} is ${limit}: this would make ${usage}.`)
    }
  }

  return {
    assertRoomForImage: (owner) => assertRoom(owner, { image_count_total: 1 }),
    async roomForUpload(owner, announced) {
      await assertRoom(owner, { image_size_total: announced, image_count_uploading: 1 })
      return Number.POSITIVE_INFINITY
    },
    async bytesLeft(owner) {
      if (owner === null) return Number.POSITIVE_INFINITY
      const { image_size_total: limit } = await limits.ofProject(owner)
      if (limit === -1) return Number.POSITIVE_INFINITY
      // Whole mebibytes are compared: what is begun of one beyond the limit is still allowed.
      return Math.max(0, (limit + 1) * mebibyte - 1 - (await repository.storedBytes(owner)))
    },
    assertRoomForStaging: (owner, announced) => assertRoom(owner, { image_stage_total: announced, image_count_uploading: 1 }),
    // What is staged already has been counted, and how much a download brings nobody knows.
    assertRoomForImport: (owner, _, stages) =>
      assertRoom(owner, { image_size_total: 0, ...(stages && { image_stage_total: 0, image_count_uploading: 1 }) }),
    assertRoomForData: async () => undefined,
    async usage(owner) {
      if (owner === null) return { usage: {} }
      const limitOf = await limits.ofProject(owner)
      const entries = limitNames.map(async (name) => [name, { usage: await measures[name](owner, 0), limit: limitOf[name] }])
      return { usage: Object.fromEntries(await Promise.all(entries)) }
    },
  }
}
