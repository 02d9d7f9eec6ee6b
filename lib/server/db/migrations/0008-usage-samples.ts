import { sql } from 'kysely'
import type { SchemaStep } from '../schema-step'
import { addIndexes } from './list-index'

/** Makes the table of what projects used, hour by hour. */
export const usageSamplesStep: SchemaStep = (kind) => ({
  async up(db) {
    const table = db.schema
      .createTable('vitrine_usage_samples')
      .ifNotExists()
      .addColumn('time', 'bigint', (column) => column.notNull())
      .addColumn('project_id', 'varchar(255)', (column) => column.notNull())
      .addColumn('images', 'bigint', (column) => column.notNull())
      .addColumn('uploading', 'bigint', (column) => column.notNull())
      .addColumn('stored_bytes', 'bigint', (column) => column.notNull())
      .addColumn('staged_bytes', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('vitrine_usage_samples_pkey', ['project_id', 'time'])
    await (kind === 'mysql' ? table.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : table).execute()
    await addIndexes(db, kind, { vitrine_usage_samples_time: { table: 'vitrine_usage_samples', columns: ['time'] } })
  },
})
