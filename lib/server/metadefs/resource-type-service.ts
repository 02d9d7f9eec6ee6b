import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Association, Stored } from './metadef'
import { type MetadefStory, namespaceTarget } from './namespace-access'

/** Types of resources, and which namespaces are used on them. */
export interface ResourceTypeService {
  /** Every type that was ever named. */
  listTypes(ctx: Context): Promise<Stored<{ name: string }>[]>
  list(ctx: Context, namespace: string): Promise<Stored<Association>[]>
  /** Makes the type where it is unknown; a `conflict` where it is associated already. */
  add(ctx: Context, namespace: string, association: Association): Promise<Stored<Association>>
  remove(ctx: Context, namespace: string, resourceType: string): Promise<void>
}

export function createResourceTypeService({ repository, policy, enter, enterToRemove }: MetadefStory): ResourceTypeService {
  const { associations } = repository
  const of = async (namespaceId: number) => (await associations.listOf([namespaceId])).get(namespaceId) ?? []
  const absent = (name: string) => new Problem('notFound', `The namespace is not associated with ${name}.`)

  return {
    async listTypes(ctx) {
      policy.authorize(ctx, 'list_metadef_resource_types', namespaceTarget(ctx.projectId))
      return associations.resourceTypes()
    },

    async list(ctx, namespace) {
      return of((await enter(ctx, namespace, 'get_metadef_resource_type')).id)
    },

    async add(ctx, namespace, association) {
      const { id } = await enter(ctx, namespace, 'add_metadef_resource_type_association')
      await associations.add(id, [association])
      const added = (await of(id)).find(({ name }) => name === association.name)
      if (!added) throw absent(association.name)
      return added
    },

    async remove(ctx, namespace, resourceType) {
      const { id } = await enterToRemove(ctx, namespace, 'remove_metadef_resource_type_association')
      if (!(await associations.remove(id, resourceType))) throw absent(resourceType)
    },
  }
}
