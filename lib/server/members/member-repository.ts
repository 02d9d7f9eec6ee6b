import type { Selectable } from 'kysely'
import type { MemberStatus } from '@/lib/contract/member'
import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import type { ImageMembersTable } from '../db/glance-tables'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import { unindexed } from '../db/unindexed'
import type { Member } from './member'
import { createReceivedMemberships, type ReceivedMemberships } from './received-repository'

/** Memberships in Glance's table. A deleted one is never found, but comes back in its old row. */
export interface MemberRepository extends ReceivedMemberships {
  /** Oldest first. */
  list(imageId: string): Promise<Member[]>
  find(imageId: string, projectId: string): Promise<Member | null>
  /** `conflict` when the project is a member already, `tooLarge` beyond `quota` (-1 for none), `notFound` without the image. */
  add(imageId: string, projectId: string, quota: number): Promise<Member>
  /** Null when the project is no member. */
  setStatus(imageId: string, projectId: string, status: MemberStatus): Promise<Member | null>
  /** Whether the project was a member. */
  remove(imageId: string, projectId: string): Promise<boolean>
}

export function createMemberRepository(database: Database): MemberRepository {
  const { db, kind } = database
  const now = () => toTimestamp(new Date(), kind)

  function livingOf(imageId: string) {
    return db.selectFrom('image_members').where('image_id', '=', imageId).where(unindexed<boolean>(kind, 'deleted'), '=', false)
  }

  async function find(imageId: string, projectId: string): Promise<Member | null> {
    const row = await livingOf(imageId).where('member', '=', projectId).selectAll().executeTakeFirst()
    return row ? toMember(row) : null
  }

  /** Additions at the same time wait here for each other: each counts what the one before has added. */
  async function lockImage(trx: Database['db'], imageId: string) {
    const { numUpdatedRows } = await trx
      .updateTable('images')
      .set((eb) => ({ updated_at: eb.ref('updated_at') }))
      .where('id', '=', imageId)
      .where('deleted', '=', false)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Problem('notFound', `No image found with ID ${imageId}`)
  }

  async function insert(trx: Database['db'], imageId: string, projectId: string) {
    const time = now()
    const row = { image_id: imageId, member: projectId, status: 'pending', can_share: false, deleted: false }
    await trx
      .insertInto('image_members')
      .values({ ...row, created_at: time, updated_at: time })
      .execute()
  }

  async function revive(trx: Database['db'], id: number) {
    const living = { status: 'pending', deleted: false, deleted_at: null, updated_at: now() }
    await trx.updateTable('image_members').set(living).where('id', '=', id).execute()
  }

  return {
    ...createReceivedMemberships(database),
    find,

    async list(imageId) {
      return (await livingOf(imageId).selectAll().orderBy('id').execute()).map(toMember)
    },

    async add(imageId, projectId, quota) {
      await db.transaction().execute(async (trx) => {
        await lockImage(trx, imageId)
        const rows = await trx
          .selectFrom('image_members')
          .where('image_id', '=', imageId)
          .select(['id', 'member', 'deleted'])
          .orderBy('id')
          .execute()
        const present = rows.filter(({ deleted }) => !deleted)
        if (present.some(({ member }) => member === projectId))
          throw new Problem('conflict', `The project ${projectId} is a member of the image ${imageId} already.`)
        if (quota !== -1 && present.length >= quota)
          throw new Problem('tooLarge', `An image can have ${quota} members at most, this would make ${present.length + 1}.`)
        const former = rows.find(({ member }) => member === projectId)
        await (former ? revive(trx, former.id) : insert(trx, imageId, projectId))
      })
      const added = await find(imageId, projectId)
      if (!added) throw new Problem('conflict', `The project ${projectId} was removed from the image ${imageId} meanwhile.`)
      return added
    },

    async setStatus(imageId, projectId, status) {
      await db
        .updateTable('image_members')
        .set({ status, updated_at: now() })
        .where('image_id', '=', imageId)
        .where('member', '=', projectId)
        .where(unindexed<boolean>(kind, 'deleted'), '=', false)
        .execute()
      return find(imageId, projectId)
    },

    async remove(imageId, projectId) {
      const { numUpdatedRows } = await db
        .updateTable('image_members')
        .set({ deleted: true, deleted_at: now() })
        .where('image_id', '=', imageId)
        .where('member', '=', projectId)
        .where(unindexed<boolean>(kind, 'deleted'), '=', false)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

function toMember(row: Selectable<ImageMembersTable>): Member {
  return {
    imageId: row.image_id,
    projectId: row.member,
    status: row.status as MemberStatus,
    createdAt: fromTimestamp(row.created_at),
    updatedAt: fromTimestamp(row.updated_at ?? row.created_at),
  }
}
