import type { NamespaceListParameters } from '@/lib/contract/metadef-requests'
import type { NamespaceChange, NamespaceDefinition } from '@/lib/contract/metadefs'
import type { Context } from '../context'
import type { PolicyName } from '../policy/default-rules'
import type { Namespace, NamespaceContents, NamespaceWithAssociations, WholeNamespace } from './metadef'
import { readAttributes, readContents } from './metadef-input'
import { isVisible, type MetadefStory, namespaceTarget, noSuchNamespace } from './namespace-access'

export interface NamespacePage {
  namespaces: NamespaceWithAssociations[]
  more: boolean
}

/** Namespaces. What a caller cannot see is `notFound`; what is protected is `forbidden` to delete, whoever asks. */
export interface NamespaceService {
  list(ctx: Context, parameters: NamespaceListParameters): Promise<NamespacePage>
  /** Makes the namespace with all that it comes with, or nothing. */
  create(ctx: Context, input: NamespaceDefinition): Promise<WholeNamespace>
  get(ctx: Context, name: string): Promise<WholeNamespace>
  /** Replaces the namespace's own attributes; its owner stays unless another is named. */
  change(ctx: Context, name: string, input: NamespaceChange): Promise<Namespace>
  remove(ctx: Context, name: string): Promise<void>
}

export function createNamespaceService(story: MetadefStory): NamespaceService {
  const { repository, policy, settings, enter, enterToRemove } = story

  async function find(name: string): Promise<Namespace> {
    const namespace = await repository.namespaces.find(name)
    if (!namespace) throw noSuchNamespace(name)
    return namespace
  }

  async function markedBy(ctx: Context, name: string | undefined): Promise<Namespace | null> {
    if (name === undefined) return null
    const marker = await find(name)
    if (!isVisible(ctx, marker)) throw noSuchNamespace(name)
    return marker
  }

  return {
    async list(ctx, parameters) {
      policy.authorize(ctx, 'get_metadef_namespaces', namespaceTarget(ctx.projectId))
      const { limit_param_default, api_limit_max } = settings.DEFAULT
      const limit = Math.min(parameters.limit ?? limit_param_default, api_limit_max)
      const query = {
        limit,
        marker: await markedBy(ctx, parameters.marker),
        sortKey: parameters.sort_key,
        direction: parameters.sort_dir,
        visibility: parameters.visibility ?? null,
        resourceTypes: parameters.resource_types ?? null,
      }
      const found = await repository.namespaces.list(query, ctx)
      const page = found.slice(0, limit)
      const associations = await repository.associations.listOf(page.map(({ id }) => id))
      return {
        namespaces: page.map((namespace) => ({ ...namespace, associations: associations.get(namespace.id) ?? [] })),
        // A page of none has no last namespace from which to go on.
        more: found.length > limit && limit > 0,
      }
    },

    async create(ctx, input) {
      const attributes = readAttributes(input, { owner: ctx.projectId ?? '', visibility: 'private' })
      const contents = readContents(input)
      const target = namespaceTarget(attributes.owner, attributes.visibility)
      for (const rule of rulesOf(contents)) policy.authorize(ctx, rule, target)
      await repository.addWhole(attributes, contents)
      return repository.whole(await find(attributes.name))
    },

    async get(ctx, name) {
      return repository.whole(await enter(ctx, name, 'get_metadef_namespace'))
    },

    async change(ctx, name, input) {
      const namespace = await enter(ctx, name, 'modify_metadef_namespace')
      const attributes = readAttributes(input, { owner: namespace.owner, visibility: 'private' })
      await repository.namespaces.change(namespace.id, attributes)
      return find(attributes.name)
    },

    async remove(ctx, name) {
      const namespace = await enterToRemove(ctx, name, 'delete_metadef_namespace')
      await repository.removeWhole(namespace)
    },
  }
}

/** Who makes a namespace with parts needs leave for each kind of part. */
function rulesOf({ associations, properties, objects, tags }: NamespaceContents): PolicyName[] {
  const rules: PolicyName[] = ['add_metadef_namespace']
  if (associations.length > 0) rules.push('add_metadef_resource_type_association')
  if (properties.length > 0) rules.push('add_metadef_property')
  if (objects.length > 0) rules.push('add_metadef_object')
  if (tags.length > 0) rules.push('add_metadef_tag')
  return rules
}
