import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Property, Stored } from './metadef'
import type { MetadefStory } from './namespace-access'
import { createPartService, type PartRules, type PartService } from './part-service'

export interface PropertyService extends PartService<Property> {
  /** The property by the name that it has on a type of resource: with the type's prefix. Answers its own name. */
  getOn(ctx: Context, namespace: string, name: string, resourceType: string): Promise<Stored<Property>>
}

const rules: PartRules = {
  list: 'get_metadef_properties',
  get: 'get_metadef_property',
  add: 'add_metadef_property',
  change: 'modify_metadef_property',
  remove: 'remove_metadef_property',
  removeAll: 'remove_metadef_property',
}

export function createPropertyService(story: MetadefStory): PropertyService {
  const { repository, enter } = story
  const properties = createPartService(story, repository.properties, { word: 'property', rules })
  return {
    ...properties,
    async getOn(ctx, namespace, name, resourceType) {
      const { id } = await enter(ctx, namespace, rules.get)
      const associations = (await repository.associations.listOf([id])).get(id) ?? []
      const association = associations.find((one) => one.name === resourceType)
      const prefix = association?.prefix ?? ''
      if (!association || !name.startsWith(prefix))
        throw new Problem('notFound', `No property ${name} was found for ${resourceType} in the namespace.`)
      return properties.get(ctx, namespace, name.slice(prefix.length))
    },
  }
}
