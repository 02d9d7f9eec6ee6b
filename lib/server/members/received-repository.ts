import type { MemberStatus } from '@/lib/contract/member'
import type { ShareQuery } from '@/lib/contract/share'
import type { Database } from '../db/database'
import { unindexed } from '../db/unindexed'

/** What other projects share with one project: memberships that count, of images that are there. */
export interface ReceivedMemberships {
  /** Ids of images, the newest membership first; one more than `limit` where more follow. */
  received(projectId: string, query: ShareQuery): Promise<string[]>
  countReceived(projectId: string): Promise<Record<MemberStatus, number>>
}

export function createReceivedMemberships({ db, kind }: Database): ReceivedMemberships {
  function received(projectId: string) {
    return db
      .selectFrom('image_members')
      .innerJoin('images', 'images.id', 'image_members.image_id')
      .where('image_members.member', '=', projectId)
      .where(unindexed<boolean>(kind, 'image_members.deleted'), '=', false)
      .where(unindexed<boolean>(kind, 'images.deleted'), '=', false)
      .where(unindexed<string>(kind, 'images.visibility'), '=', 'shared')
      .where((eb) => eb.or([eb('images.owner', 'is', null), eb('images.owner', '!=', projectId)]))
  }

  /** Deleted rows too: a page goes on after an image whose membership has ended meanwhile. */
  function rowOf(projectId: string, imageId: string) {
    return db
      .selectFrom('image_members')
      .select((eb) => eb.fn.max('id').as('id'))
      .where('member', '=', projectId)
      .where('image_id', '=', imageId)
  }

  return {
    async received(projectId, { status, image, limit, marker }) {
      let query = received(projectId).select('image_members.image_id')
      if (status) query = query.where('image_members.status', '=', status)
      if (image !== undefined) query = query.where('image_members.image_id', '=', image)
      if (marker !== undefined) query = query.where('image_members.id', '<', rowOf(projectId, marker))
      const rows = await query
        .orderBy('image_members.id', 'desc')
        .limit(limit + 1)
        .execute()
      return rows.map(({ image_id }) => image_id)
    },

    async countReceived(projectId) {
      const rows = await received(projectId)
        .select(['image_members.status', (eb) => eb.fn.countAll().as('count')])
        .groupBy('image_members.status')
        .execute()
      const counted = Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
      return { pending: 0, accepted: 0, rejected: 0, ...counted }
    },
  }
}
