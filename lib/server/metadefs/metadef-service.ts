import { createMetadefStory, type MetadefParts } from './namespace-access'
import { createNamespaceService, type NamespaceService } from './namespace-service'
import { createObjectService, type ObjectService } from './object-service'
import { createPropertyService, type PropertyService } from './property-service'
import { createResourceTypeService, type ResourceTypeService } from './resource-type-service'
import { createTagService, type TagService } from './tag-service'

/** Metadata definitions: which properties there are for images and other resources, and what they mean. */
export interface MetadefService {
  namespaces: NamespaceService
  resourceTypes: ResourceTypeService
  properties: PropertyService
  objects: ObjectService
  tags: TagService
}

export function createMetadefService(parts: MetadefParts): MetadefService {
  const story = createMetadefStory(parts)
  return {
    namespaces: createNamespaceService(story),
    resourceTypes: createResourceTypeService(story),
    properties: createPropertyService(story),
    objects: createObjectService(story),
    tags: createTagService(story),
  }
}
