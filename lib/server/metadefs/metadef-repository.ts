import { Problem } from '@/lib/contract/problem'
import type { Database } from '../db/database'
import { inTransaction } from '../db/in-transaction'
import { type AssociationRepository, createAssociationRepository } from './association-repository'
import type { MetadefObject, Namespace, NamespaceAttributes, NamespaceContents, Property, Tag, WholeNamespace } from './metadef'
import { createNamespaceRepository, type NamespaceRepository } from './namespace-repository'
import { createPartRepository, objectPart, type PartRepository, propertyPart, tagPart } from './part-repository'

/** Metadata definitions in Glance's tables. */
export interface MetadefRepository {
  namespaces: NamespaceRepository
  associations: AssociationRepository
  properties: PartRepository<Property>
  objects: PartRepository<MetadefObject>
  tags: PartRepository<Tag>
  /** The namespace with all that it holds. */
  whole(namespace: Namespace): Promise<WholeNamespace>
  /** Adds a namespace with all that it holds, or nothing. */
  addWhole(attributes: NamespaceAttributes, contents: NamespaceContents): Promise<void>
  /** Removes a namespace with all that it holds, or nothing. */
  removeWhole(namespace: Namespace, options?: { evenProtected: boolean }): Promise<void>
  /** Runs writes that succeed or fail together. */
  together<T>(write: (repository: MetadefRepository) => Promise<T>): Promise<T>
}

export function createMetadefRepository(database: Database): MetadefRepository {
  const namespaces = createNamespaceRepository(database)
  const associations = createAssociationRepository(database)
  const properties = createPartRepository(database, propertyPart)
  const objects = createPartRepository(database, objectPart)
  const tags = createPartRepository(database, tagPart)
  const together: MetadefRepository['together'] = (write) =>
    inTransaction(database.db, (db) => write(createMetadefRepository({ ...database, db })))

  return {
    namespaces,
    associations,
    properties,
    objects,
    tags,
    together,

    async whole(namespace) {
      return {
        ...namespace,
        associations: (await associations.listOf([namespace.id])).get(namespace.id) ?? [],
        properties: await properties.list(namespace.id),
        objects: await objects.list(namespace.id),
        tags: await tags.list(namespace.id),
      }
    },

    addWhole: (attributes, contents) =>
      together(async (all) => {
        const id = await all.namespaces.add(attributes)
        await all.associations.add(id, contents.associations)
        await all.properties.add(id, contents.properties)
        await all.objects.add(id, contents.objects)
        await all.tags.add(id, contents.tags)
      }),

    removeWhole: (namespace, options) =>
      together(async (all) => {
        const held = await all.namespaces.hold(namespace.id)
        if (held.protected && !options?.evenProtected) throw new Problem('forbidden', 'The namespace has become protected.')
        for (const part of [all.associations, all.properties, all.objects, all.tags]) await part.removeAll(namespace.id)
        await all.namespaces.remove(namespace.id)
      }),
  }
}
