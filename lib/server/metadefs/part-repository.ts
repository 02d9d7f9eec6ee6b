import type { Kysely, Selectable } from 'kysely'
import type { PropertySchema } from '@/lib/contract/metadefs'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import { inTransaction } from '../db/in-transaction'
import type { MetadefPartContent, MetadefPartTable } from '../db/metadef-tables'
import type { Schema } from '../db/schema'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import { storable } from '../db/unstorable'
import type { MetadefObject, Property, Stored, Tag } from './metadef'
import { holdNamespace } from './namespace-repository'

/** How one kind of part is kept. */
export interface PartKind<T extends { name: string }> {
  word: string
  table: 'metadef_properties' | 'metadef_objects' | 'metadef_tags'
  toColumns(part: T): MetadefPartContent
  fromRow(row: { name: string } & MetadefPartContent): T
}

/** What a namespace holds by name. Names are unique in a namespace: a second one is a `conflict`. */
export interface PartRepository<T extends { name: string }> {
  /** In the order in which they were made. */
  list(namespaceId: number): Promise<Stored<T>[]>
  find(namespaceId: number, name: string): Promise<Stored<T> | null>
  /** All or none. */
  add(namespaceId: number, parts: readonly T[]): Promise<void>
  /** Puts these in the place of all that is there. */
  replaceAll(namespaceId: number, parts: readonly T[]): Promise<void>
  /** False when there is none of that name. */
  change(namespaceId: number, name: string, part: T): Promise<boolean>
  remove(namespaceId: number, name: string): Promise<boolean>
  removeAll(namespaceId: number): Promise<void>
}

export function createPartRepository<T extends { name: string }>({ db, kind }: Database, part: PartKind<T>): PartRepository<T> {
  const parts = partsOf(db)
  const table = part.table as 'metadef_tags'
  const now = () => toTimestamp(new Date(), kind)
  const named = (names: string) => `There is a ${part.word} of this name in the namespace already: ${names}`
  const stored = (row: Selectable<AnyPart>): Stored<T> => ({
    ...part.fromRow(row),
    createdAt: fromTimestamp(row.created_at),
    updatedAt: fromTimestamp(row.updated_at ?? row.created_at),
  })
  const written = <R>(names: string, write: () => Promise<R>) => onlyOnce(named(names), () => storable(write))

  const holding = (namespaceId: number, write: (trx: Kysely<AnyParts>) => Promise<void>) =>
    inTransaction(db, async (trx) => {
      await holdNamespace({ db: trx, kind }, namespaceId)
      await write(partsOf(trx))
    })

  async function insert(rows: Kysely<AnyParts>, namespaceId: number, added: readonly T[]): Promise<void> {
    const time = now()
    for (const one of added) {
      const row = { namespace_id: namespaceId, name: one.name, ...part.toColumns(one), created_at: time, updated_at: time }
      await written(one.name, () => rows.insertInto(table).values(row).execute())
    }
  }

  return {
    async list(namespaceId) {
      return (await parts.selectFrom(table).where('namespace_id', '=', namespaceId).selectAll().orderBy('id').execute()).map(
        stored,
      )
    },

    async find(namespaceId, name) {
      const found = parts.selectFrom(table).where('namespace_id', '=', namespaceId).where('name', '=', name)
      const row = await found.selectAll().executeTakeFirst()
      return row ? stored(row) : null
    },

    add: (namespaceId, added) => holding(namespaceId, (trx) => insert(trx, namespaceId, added)),

    replaceAll: (namespaceId, added) =>
      holding(namespaceId, async (trx) => {
        await trx.deleteFrom(table).where('namespace_id', '=', namespaceId).execute()
        await insert(trx, namespaceId, added)
      }),

    async change(namespaceId, name, changed) {
      const set = { name: changed.name, ...part.toColumns(changed), updated_at: now() }
      const update = parts.updateTable(table).set(set).where('namespace_id', '=', namespaceId).where('name', '=', name)
      return (await written(changed.name, () => update.executeTakeFirst())).numUpdatedRows > 0n
    },

    async remove(namespaceId, name) {
      const removal = parts.deleteFrom(table).where('namespace_id', '=', namespaceId).where('name', '=', name)
      return (await removal.executeTakeFirst()).numDeletedRows > 0n
    },

    removeAll: (namespaceId) =>
      holding(namespaceId, async (trx) => {
        await trx.deleteFrom(table).where('namespace_id', '=', namespaceId).execute()
      }),
  }
}

type AnyPart = MetadefPartTable & MetadefPartContent
interface AnyParts {
  metadef_tags: AnyPart
}

/** Kysely cannot follow a table that is a variable: all parts are seen through one, with the columns that some have. */
function partsOf(db: Kysely<Schema>): Kysely<AnyParts> {
  return db as unknown as Kysely<AnyParts>
}

export const propertyPart: PartKind<Property> = {
  word: 'property',
  table: 'metadef_properties',
  toColumns: ({ schema }) => ({ json_schema: JSON.stringify(schema) }),
  fromRow: ({ name, json_schema }) => ({ name, schema: schemaOf(JSON.parse(json_schema ?? '{}')) }),
}

export const objectPart: PartKind<MetadefObject> = {
  word: 'object',
  table: 'metadef_objects',
  toColumns: ({ description, required, properties }) => ({
    description,
    required: required.join(',') || null,
    json_schema: JSON.stringify(properties),
  }),
  fromRow: ({ name, description = null, required, json_schema }) => ({
    name,
    description,
    required: required ? required.split(',') : [],
    properties: Object.fromEntries(
      Object.entries(JSON.parse(json_schema ?? '{}') as Record<string, object>).map(([key, value]) => [key, schemaOf(value)]),
    ),
  }),
}

export const tagPart: PartKind<Tag> = {
  word: 'tag',
  table: 'metadef_tags',
  toColumns: () => ({}),
  fromRow: ({ name }) => ({ name }),
}

/** Glance repeats the name inside of what it writes. */
function schemaOf(value: object): PropertySchema {
  const { name: _, ...schema } = value as PropertySchema & { name?: string }
  return schema
}
