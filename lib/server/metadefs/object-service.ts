import type { MetadefObject } from './metadef'
import type { MetadefStory } from './namespace-access'
import { createPartService, type PartRules, type PartService } from './part-service'

export type ObjectService = PartService<MetadefObject>

const rules: PartRules = {
  list: 'get_metadef_objects',
  get: 'get_metadef_object',
  add: 'add_metadef_object',
  change: 'modify_metadef_object',
  remove: 'delete_metadef_object',
  removeAll: 'delete_metadef_object',
}

export function createObjectService(story: MetadefStory): ObjectService {
  return createPartService(story, story.repository.objects, { word: 'object', rules })
}
