import { createFindVisible } from './image-access'
import { createImageActions } from './image-actions'
import { createImageCopies } from './image-copies'
import { createImageCreation } from './image-creation'
import { createImagePatching } from './image-patching'
import { createImageReading } from './image-reading'
import { createImageRemoval } from './image-removal'
import type { ImageService, ImageServiceParts } from './image-service'
import { createImageTagging } from './image-tagging'
import { createImageUpload } from './image-upload'

/** The image service of its stories. */
export function createImageService(parts: ImageServiceParts): ImageService {
  const story = { ...parts, findVisible: createFindVisible(parts.repository, parts.policy) }
  return {
    ...createImageCreation(story),
    ...createImageReading(story),
    ...createImagePatching(story),
    ...createImageTagging(story),
    ...createImageUpload(story),
    ...createImageRemoval(story),
    ...createImageCopies(story),
    ...createImageActions(story),
    findVisible: story.findVisible,
    exists: async (id) => (await parts.repository.find(id)) !== null,
    hasData: parts.repository.hasData,
    locationsOf: parts.repository.locationsOf,
  }
}
