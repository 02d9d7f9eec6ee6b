import type { ImageStatus } from '@/lib/contract/image-fields'
import type { Database } from '../db/database'
import { unindexed } from '../db/unindexed'

/** What a project's images use. */
export interface QuotaRepository {
  /** Bytes kept in stores: each copy counts. */
  storedBytes(owner: string): Promise<number>
  /** Bytes of images whose data wait to be imported. */
  stagedBytes(owner: string): Promise<number>
  imageCount(owner: string): Promise<number>
  /** Images whose data are on the way, copies to further stores included. */
  uploadingCount(owner: string): Promise<number>
}

const gone: readonly ImageStatus[] = ['killed', 'deleted', 'pending_delete']
const staging: readonly ImageStatus[] = ['uploading', 'importing']
const underway: readonly ImageStatus[] = ['saving', 'uploading', 'importing']
const copying = 'os_glance_importing_to_stores'

export function createQuotaRepository({ db, kind }: Database): QuotaRepository {
  const owned = (owner: string) =>
    db.selectFrom('images').where('images.owner', '=', owner).where(unindexed<boolean>(kind, 'images.deleted'), '=', false)

  return {
    async storedBytes(owner) {
      const row = await owned(owner)
        .innerJoin('image_locations', 'image_locations.image_id', 'images.id')
        .where('images.status', 'not in', gone)
        .where(unindexed<boolean>(kind, 'image_locations.deleted'), '=', false)
        .select((eb) => eb.fn.sum('images.size').as('bytes'))
        .executeTakeFirst()
      return Number(row?.bytes ?? 0)
    },

    async stagedBytes(owner) {
      const row = await owned(owner)
        .where('images.status', 'in', staging)
        .select((eb) => eb.fn.sum('images.size').as('bytes'))
        .executeTakeFirst()
      return Number(row?.bytes ?? 0)
    },

    async imageCount(owner) {
      const row = await owned(owner)
        .where('images.status', 'not in', gone)
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },

    async uploadingCount(owner) {
      const row = await owned(owner)
        .where((eb) => {
          const copies = eb
            .selectFrom('image_properties')
            .select('image_properties.id')
            .whereRef('image_properties.image_id', '=', 'images.id')
            .where('image_properties.name', '=', copying)
            .where('image_properties.value', '!=', '')
            .where(unindexed<boolean>(kind, 'image_properties.deleted'), '=', false)
          return eb.or([eb('images.status', 'in', underway), eb.and([eb('images.status', '=', 'active'), eb.exists(copies)])])
        })
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}
