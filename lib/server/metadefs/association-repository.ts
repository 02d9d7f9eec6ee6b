import type { Kysely } from 'kysely'
import type { Database } from '../db/database'
import { onlyOnce } from '../db/duplicate'
import { inTransaction } from '../db/in-transaction'
import type { Schema } from '../db/schema'
import { fromTimestamp, toTimestamp } from '../db/timestamps'
import { storable } from '../db/unstorable'
import type { Association, Stored } from './metadef'
import { holdNamespace } from './namespace-repository'

/** Resource types, and which namespaces are used on them. */
export interface AssociationRepository {
  /** Every resource type that was ever named. */
  resourceTypes(): Promise<Stored<{ name: string }>[]>
  /** The associations of each namespace. */
  listOf(namespaceIds: readonly number[]): Promise<Map<number, Stored<Association>[]>>
  /** Makes unknown resource types; a `conflict` where one is associated already. All or none. */
  add(namespaceId: number, associations: readonly Association[]): Promise<void>
  /** False when they are not associated. */
  remove(namespaceId: number, resourceType: string): Promise<boolean>
  removeAll(namespaceId: number): Promise<void>
}

export function createAssociationRepository({ db, kind }: Database): AssociationRepository {
  const now = () => toTimestamp(new Date(), kind)

  async function typeId(trx: Kysely<Schema>, name: string): Promise<number> {
    const row = { name, protected: true, created_at: now(), updated_at: now() }
    const insert = trx.insertInto('metadef_resource_types').values(row)
    const once = kind === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.column('name').doNothing())
    await once.execute()
    return (await trx.selectFrom('metadef_resource_types').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
  }

  async function insert(trx: Kysely<Schema>, namespaceId: number, { name, prefix, propertiesTarget }: Association) {
    const ids = { resource_type_id: await typeId(trx, name), namespace_id: namespaceId }
    const row = { ...ids, prefix, properties_target: propertiesTarget, created_at: now(), updated_at: now() }
    await trx.insertInto('metadef_namespace_resource_types').values(row).execute()
  }

  return {
    async resourceTypes() {
      const rows = await db.selectFrom('metadef_resource_types').selectAll().orderBy('id').execute()
      return rows.map(({ name, ...row }) => ({ name, ...times(row) }))
    },

    async listOf(namespaceIds) {
      const found = new Map<number, Stored<Association>[]>(namespaceIds.map((id) => [id, []]))
      if (namespaceIds.length === 0) return found
      const rows = await db
        .selectFrom('metadef_namespace_resource_types as association')
        .innerJoin('metadef_resource_types as type', 'type.id', 'association.resource_type_id')
        .where('association.namespace_id', 'in', namespaceIds)
        .selectAll('association')
        .select('type.name')
        .orderBy('type.id')
        .execute()
      for (const { namespace_id, name, prefix, properties_target, ...row } of rows)
        found.get(namespace_id)?.push({ name, prefix, propertiesTarget: properties_target, ...times(row) })
      return found
    },

    add: (namespaceId, associations) =>
      inTransaction(db, async (trx) => {
        await holdNamespace({ db: trx, kind }, namespaceId)
        for (const association of associations) {
          const write = () => insert(trx, namespaceId, association)
          await onlyOnce(`The namespace is associated with ${association.name} already.`, () => storable(write))
        }
      }),

    async remove(namespaceId, resourceType) {
      const { numDeletedRows } = await db
        .deleteFrom('metadef_namespace_resource_types')
        .where('namespace_id', '=', namespaceId)
        .where('resource_type_id', 'in', (types) =>
          types.selectFrom('metadef_resource_types').where('name', '=', resourceType).select('id'),
        )
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async removeAll(namespaceId) {
      await db.deleteFrom('metadef_namespace_resource_types').where('namespace_id', '=', namespaceId).execute()
    },
  }
}

function times({ created_at, updated_at }: { created_at: string; updated_at: string | null }) {
  return { createdAt: fromTimestamp(created_at), updatedAt: fromTimestamp(updated_at ?? created_at) }
}
