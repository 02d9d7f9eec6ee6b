import { Problem } from '@/lib/contract/problem'
import type { QuotaRepository } from './quota-repository'
import type { Quotas } from './quota-service'

/** `[DEFAULT] user_storage_quota`: how many bytes each project's images may take in all; 0 for any number. */
export function createStaticQuotas(repository: Pick<QuotaRepository, 'storedBytes'>, quota: number): Quotas {
  async function remaining(owner: string | null): Promise<number> {
    if (quota === 0 || owner === null) return Number.POSITIVE_INFINITY
    return Math.max(0, quota - (await repository.storedBytes(owner)))
  }

  async function room(owner: string | null, size: number): Promise<number> {
    const bytes = await remaining(owner)
    if (size > bytes)
      throw new Problem('tooLarge', `${size} bytes exceed the storage quota of the project, of which ${bytes} bytes remain.`)
    return bytes
  }

  return {
    roomForUpload: room,
    bytesLeft: remaining,
    async assertRoomForImport(owner, size) {
      await room(owner, size)
    },
    async assertRoomForData(owner, size) {
      await room(owner, size)
    },
    // Only what has reached a store counts.
    assertRoomForImage: async () => undefined,
    assertRoomForStaging: async () => undefined,
    usage: async () => ({ usage: {} }),
  }
}
