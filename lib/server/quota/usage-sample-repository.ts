import { type ProjectMeasures, usageMeasures } from '@/lib/contract/usage-overview'
import type { Database } from '../db/database'
import { isDuplicate } from '../db/duplicate'
import { inTransaction } from '../db/in-transaction'
import type { ProjectUsage } from './project-usage-repository'

/** What was used at a full hour; times are milliseconds since 1970. */
export interface UsageSample extends ProjectMeasures {
  time: number
}

export interface UsageSampleRepository {
  /** Keeps what projects use at that hour, in place of what was kept for it. */
  keep(time: number, usages: readonly ProjectUsage[]): Promise<void>
  /** Of one project, or of all together, the oldest first. */
  since(time: number, projectId: string | undefined): Promise<UsageSample[]>
  /** Removes what is older. */
  prune(before: number): Promise<void>
}

const rowsAtOnce = 200

export function createUsageSampleRepository({ db }: Database): UsageSampleRepository {
  return {
    async keep(time, usages) {
      const rows = usages.map(({ projectId, ...measures }) => ({ time, project_id: projectId ?? '', ...measures }))
      const write = inTransaction(db, async (trx) => {
        await trx.deleteFrom('vitrine_usage_samples').where('time', '=', time).execute()
        for (let done = 0; done < rows.length; done += rowsAtOnce)
          await trx
            .insertInto('vitrine_usage_samples')
            .values(rows.slice(done, done + rowsAtOnce))
            .execute()
      })
      await write.catch((error) => {
        // Another process of this service keeps the same hour.
        if (!isDuplicate(error)) throw error
      })
    },

    async since(time, projectId) {
      const rows = await db
        .selectFrom('vitrine_usage_samples')
        .where('time', '>=', time)
        .$if(projectId !== undefined, (query) => query.where('project_id', '=', projectId ?? ''))
        .groupBy('time')
        .orderBy('time')
        .select('time')
        .select(({ fn }) => usageMeasures.map((measure) => fn.sum<number | string>(measure).as(measure)))
        .execute()
      return rows.map((row) => {
        const measures = Object.fromEntries(usageMeasures.map((measure) => [measure, Number(row[measure])])) as ProjectMeasures
        return { time: Number(row.time), ...measures }
      })
    },

    async prune(before) {
      await db.deleteFrom('vitrine_usage_samples').where('time', '<', before).execute()
    },
  }
}
