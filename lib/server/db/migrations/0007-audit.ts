import { sql } from 'kysely'
import type { SchemaStep } from '../schema-step'
import { addIndexes } from './list-index'

const numbers = { sqlite: sql`integer`, mysql: sql`bigint`, postgres: sql`bigserial` } as const

/** Makes the table of who changed what. */
export const auditStep: SchemaStep = (kind) => ({
  async up(db) {
    const table = db.schema
      .createTable('vitrine_audit')
      .ifNotExists()
      .addColumn('id', numbers[kind], (column) =>
        kind === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('time', 'bigint', (column) => column.notNull())
      .addColumn('request_id', 'varchar(255)', (column) => column.notNull())
      .addColumn('user_id', 'varchar(255)', (column) => column.notNull())
      .addColumn('user_name', 'varchar(255)', (column) => column.notNull())
      .addColumn('project_id', 'varchar(255)')
      .addColumn('project_name', 'varchar(255)')
      .addColumn('operation', 'varchar(255)', (column) => column.notNull())
      .addColumn('resource_id', 'varchar(255)')
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('address', 'varchar(255)', (column) => column.notNull())
      .addColumn('summary', 'varchar(255)', (column) => column.notNull())
    await (kind === 'mysql' ? table.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : table).execute()
    await addIndexes(db, kind, {
      vitrine_audit_resource: { table: 'vitrine_audit', columns: ['resource_id', 'id'] },
      vitrine_audit_project: { table: 'vitrine_audit', columns: ['project_id', 'id'] },
      vitrine_audit_time: { table: 'vitrine_audit', columns: ['time'] },
    })
  },
})
