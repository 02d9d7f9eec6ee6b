import { type ColumnDefinitionBuilder, sql } from 'kysely'
import type { DatabaseKind } from '../database'
import type { SchemaStep } from '../schema-step'

/** Makes the tables of cached images. */
export const cacheStep: SchemaStep = (kind) => ({
  async up(db) {
    const time = kind === 'postgres' ? 'timestamp' : 'datetime'
    const suited = (table: ReturnType<typeof db.schema.createTable>) =>
      kind === 'mysql' ? table.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : table
    await suited(
      db.schema
        .createTable('vitrine_cache_nodes')
        .ifNotExists()
        .addColumn('node_reference_id', numbered(kind), (column) => keyed(kind, column))
        .addColumn('node_reference_url', 'varchar(255)', (column) => column.notNull())
        .addUniqueConstraint('vitrine_cache_nodes_url', ['node_reference_url']),
    ).execute()
    await suited(
      db.schema
        .createTable('vitrine_cached_images')
        .ifNotExists()
        .addColumn('id', numbered(kind), (column) => keyed(kind, column))
        .addColumn('image_id', 'varchar(36)', (column) => column.notNull())
        .addColumn('last_accessed', time, (column) => column.notNull())
        .addColumn('last_modified', time, (column) => column.notNull())
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('hits', 'integer', (column) => column.notNull())
        .addColumn('checksum', 'varchar(32)')
        .addColumn('node_reference_id', 'bigint', (column) => column.notNull())
        .addForeignKeyConstraint('vitrine_cached_images_node_fkey', ['node_reference_id'], 'vitrine_cache_nodes', [
          'node_reference_id',
        ])
        .addUniqueConstraint('vitrine_cached_images_image_node', ['image_id', 'node_reference_id']),
    ).execute()
  },
})

/** SQLite numbers rows only where the key is called `integer`. */
function numbered(kind: DatabaseKind) {
  return { sqlite: sql`integer`, mysql: sql`bigint`, postgres: sql`bigserial` }[kind]
}

function keyed(kind: DatabaseKind, column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return kind === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()
}
