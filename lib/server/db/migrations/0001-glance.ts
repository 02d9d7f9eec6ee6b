import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Migration, type RawBuilder, sql } from 'kysely'
import { ConfigError } from '../../config-file'
import type { DatabaseKind } from '../database'
import type { SchemaStep } from '../schema-step'
import { type ColumnShape, glanceSchema, type TableShape } from './glance-schema'

/** The release of Glance's schema that this step makes; Glance itself reads it here when it takes the database back. */
const revision = 'wallaby_contract01'

/** Makes Glance's schema in an empty database. A database that Glance made itself stays as it is. */
export const glanceStep: SchemaStep = (kind) => ({
  async up(db) {
    const present = new Set((await db.introspection.getTables()).map(({ name }) => name))
    if (present.has('alembic_version')) return
    if (present.has('images'))
      throw new ConfigError(
        '[database] connection names a database with a table "images" but no "alembic_version". Glance made it before its Ocata ' +
          'release, or its creation was interrupted: upgrade it with a newer Glance, or empty it',
      )
    if (kind === 'postgres') await db.schema.createType('image_visibility').asEnum(visibilities).execute()
    for (const [table, shape] of Object.entries(glanceSchema)) await create(db, kind, { table, shape })
    await db.insertInto('alembic_version').values({ version_num: revision }).execute()
  },
})

const visibilities = ['private', 'public', 'shared', 'community']

type AnyDatabase = Parameters<Migration['up']>[0]

async function create(db: AnyDatabase, kind: DatabaseKind, { table, shape }: { table: string; shape: TableShape }) {
  await declare(db, kind, { table, shape }).execute()
  for (const [index, columns] of Object.entries(shape.indexes ?? {})) {
    await db.schema
      .createIndex(index)
      .on(table)
      .columns([...columns])
      .execute()
  }
}

function declare(db: AnyDatabase, kind: DatabaseKind, { table, shape }: { table: string; shape: TableShape }) {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(table)
  for (const [name, column] of Object.entries(shape.columns)) {
    builder = builder.addColumn(name, dataType(kind, column), (definition) => refine(kind, { definition, name, column }))
  }
  // SQLite numbers rows only where the column itself says that it is the key.
  const serial = Object.values(shape.columns).some(({ type }) => type === 'serial')
  if (!serial) builder = builder.addPrimaryKeyConstraint(`${table}_pkey`, [...shape.primaryKey])
  for (const [name, columns] of Object.entries(shape.uniques ?? {})) builder = builder.addUniqueConstraint(name, [...columns])
  for (const [column, target] of Object.entries(shape.references ?? {})) {
    builder = builder.addForeignKeyConstraint(`${table}_${column}_fkey`, [column], target.table, [target.column])
  }
  // A binary collation keeps names and tags that differ in case apart, as the other two databases do.
  return kind === 'mysql' ? builder.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : builder
}

function dataType(kind: DatabaseKind, { type }: ColumnShape): RawBuilder<unknown> {
  const text = { serial: 'integer', int: 'integer', flag: 'boolean', visibility: 'varchar(9)' }[type as string] ?? type
  if (kind === 'postgres') {
    return sql.raw({ serial: 'serial', datetime: 'timestamp', visibility: 'image_visibility' }[type as string] ?? text)
  }
  if (kind === 'mysql' && type === 'visibility') return sql.raw(`enum(${quoted(visibilities)})`)
  return sql.raw(text)
}

interface Refined {
  definition: ColumnDefinitionBuilder
  name: string
  column: ColumnShape
}

function refine(kind: DatabaseKind, { definition, name, column }: Refined): ColumnDefinitionBuilder {
  let refined = column.required ? definition.notNull() : definition
  if (column.fallback !== undefined) refined = refined.defaultTo(column.fallback)
  if (column.type === 'serial') refined = refined.primaryKey()
  if (column.type === 'serial' && kind !== 'postgres') refined = refined.autoIncrement()
  if (column.type === 'flag' && kind !== 'postgres') refined = refined.check(sql`${sql.ref(name)} in (0, 1)`)
  if (column.type === 'visibility' && kind === 'sqlite')
    refined = refined.check(sql`${sql.ref(name)} in (${sql.raw(quoted(visibilities))})`)
  return refined
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}
