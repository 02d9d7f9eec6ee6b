import { sql } from 'kysely'
import type { SchemaStep } from '../schema-step'

/** Makes the table of unfinished uploads. An image has one at most. */
export const uploadsStep: SchemaStep = (kind) => ({
  async up(db) {
    const table = db.schema
      .createTable('vitrine_uploads')
      .ifNotExists()
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('image_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('project_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('user_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('metadata', 'text', (column) => column.notNull())
      .addColumn('state', 'varchar(16)', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('vitrine_uploads_image', ['image_id'])
    await (kind === 'mysql' ? table.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : table).execute()
  },
})
