import { Problem } from '@/lib/contract/problem'
import type { UploadRoomView } from '@/lib/contract/upload-room'
import type { Context } from '../context'
import type { Quotas } from '../quota/quota-service'
import { shortageOf } from '../shortage'
import { capacityOf } from '../stores/capacity'
import { diskIsFull } from '../stores/guarded'
import type { ConfiguredStore, StoreRegistry } from '../stores/store-registry'
import type { Staging } from './staging'

export interface UploadRoomParts {
  staging: Staging
  registry: StoreRegistry
  quotas: Pick<Quotas, 'roomForUpload' | 'bytesLeft'>
  sizeCap: number
}

export interface UploadRoom {
  /** Throws `tooLarge` where so many bytes would not find room on the disks on their way to a store. */
  assertDiskRoom(size: number, target: ConfiguredStore): Promise<void>
  /** Whether the caller's project could upload so many bytes to the default store now. */
  room(ctx: Context, size: number): Promise<UploadRoomView>
}

const plenty: UploadRoomView = { short_of: null, room: null, reason: null }

/** Tells before the first byte what an upload would fail of after the last. */
export function createUploadRoom({ staging, registry, quotas, sizeCap }: UploadRoomParts): UploadRoom {
  async function assertDiskRoom(size: number, { store }: ConfiguredStore) {
    const places = [capacityOf([staging.folder]), store.capacity?.()]
    // A place that cannot be asked just now refuses nothing yet.
    const known = await Promise.all(places.map((place) => place?.catch(() => undefined)))
    if (known.some((capacity) => capacity && capacity.freeBytes < size)) throw new Problem('tooLarge', diskIsFull)
  }

  async function quotaShortage(owner: string | null, size: number): Promise<UploadRoomView | null> {
    const reason = await shortageOf(quotas.roomForUpload(owner, size))
    if (reason === null) return null
    const left = await quotas.bytesLeft(owner)
    // A limit on something else than bytes has no room in bytes.
    return { short_of: 'quota', room: left < size ? left : null, reason }
  }

  return {
    assertDiskRoom,
    async room(ctx, size) {
      if (size > sizeCap) return { short_of: 'size', room: sizeCap, reason: `An image can have ${sizeCap} bytes at most.` }
      const shortage = await quotaShortage(ctx.projectId, size)
      if (shortage) return shortage
      const reason = await shortageOf(assertDiskRoom(size, registry.default))
      return reason === null ? plenty : { short_of: 'disk', room: null, reason }
    },
  }
}
