import { sql } from 'kysely'
import type { ImageStatus } from '@/lib/contract/image-fields'
import type { ProjectMeasures } from '@/lib/contract/usage-overview'
import type { Database } from '../db/database'
import { stretches } from '../db/stretches'
import { unindexed } from '../db/unindexed'

/** What the images of one project use; null for those that nobody owns. */
export interface ProjectUsage extends ProjectMeasures {
  projectId: string | null
}

export interface ProjectUsageRepository {
  /** Every project that has images, the one with most bytes first. Counts as quotas do. */
  all(): Promise<ProjectUsage[]>
}

const gone: readonly ImageStatus[] = ['killed', 'deleted', 'pending_delete']
const staging: readonly ImageStatus[] = ['uploading', 'importing']
const underway: readonly ImageStatus[] = ['saving', 'uploading', 'importing']
const copying = 'os_glance_importing_to_stores'

/** One grouped query for each stretch of so many images. */
export function createProjectUsageRepository(database: Database, rows?: number): ProjectUsageRepository {
  const { db, kind } = database
  const kept = unindexed<boolean>(kind, 'part.deleted')

  function between(after: string, end: string | undefined) {
    const copies = db
      .selectFrom('image_locations as part')
      .where('part.image_id', '=', sql.ref<string>('images.id'))
      .where(kept, '=', false)
      .select(({ fn }) => fn.countAll().as('count'))
    const status = (statuses: readonly ImageStatus[]) => sql`images.status in (${sql.join(statuses)})`
    return db
      .selectFrom('images')
      .where('images.id', '>', after)
      .$if(end !== undefined, (query) => query.where('images.id', '<=', end ?? ''))
      .where(unindexed<boolean>(kind, 'images.deleted'), '=', false)
      .groupBy('images.owner')
      .select([
        'images.owner',
        sql<number>`sum(case when ${status(gone)} then 0 else 1 end)`.as('images'),
        sql<number>`sum(case when ${status(underway)} then 1 else 0 end)`.as('uploading'),
        sql<number | null>`sum(case when ${status(gone)} then 0 else images.size * (${copies}) end)`.as('stored'),
        sql<number | null>`sum(case when ${status(staging)} then images.size else 0 end)`.as('staged'),
      ])
      .execute()
  }

  /** Active images whose copies to further stores are on the way: few, and found by the property's name. */
  function copied() {
    return db
      .selectFrom('image_properties as part')
      .innerJoin('images', 'images.id', 'part.image_id')
      .where('part.name', '=', copying)
      .where('part.value', '!=', '')
      .where(kept, '=', false)
      .where('images.status', '=', 'active')
      .where(unindexed<boolean>(kind, 'images.deleted'), '=', false)
      .groupBy('images.owner')
      .select(({ fn }) => ['images.owner', fn.countAll().as('images')])
      .execute()
  }

  return {
    async all() {
      const found = new Map<string | null, ProjectUsage>()
      for await (const { after, end } of stretches(database, { table: 'images', first: '', ...(rows && { rows }) })) {
        for (const { owner: projectId, images, uploading, stored, staged } of await between(after, end)) {
          const sum = found.get(projectId) ?? { projectId, images: 0, uploading: 0, stored_bytes: 0, staged_bytes: 0 }
          sum.images += Number(images)
          sum.uploading += Number(uploading)
          sum.stored_bytes += Number(stored ?? 0)
          sum.staged_bytes += Number(staged ?? 0)
          found.set(projectId, sum)
        }
      }
      for (const { owner, images } of await copied()) {
        const sum = found.get(owner)
        if (sum) sum.uploading += Number(images)
      }
      return [...found.values()].toSorted((a, b) => b.stored_bytes - a.stored_bytes || b.images - a.images)
    },
  }
}
