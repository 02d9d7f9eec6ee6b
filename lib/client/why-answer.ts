import type { ExplainInput, Explanation } from '@/lib/contract/explanation'
import { explain } from './explanations'
import { imagesCalled } from './found-images'
import { isImageId } from './image-id'
import type { ImageView } from './image-view'
import { isNotThere } from './not-there'

/** What comes of a question about an image by its name or id: an explanation, or all that it can mean, which may be nothing. */
export type WhyAnswer = { explanation: Explanation; image?: ImageView } | { called: string; images: readonly ImageView[] }

/** Asks about the one image that a name means among those that the person sees; `image_id` may be such a name here. */
export async function answerWhy(input: ExplainInput): Promise<WhyAnswer> {
  const { image_id: called } = input
  if (called === undefined) return { explanation: await explain(input) }
  if (isImageId(called)) return (await explanationOf(input)) ?? { called, images: [] }
  const images = await imagesCalled(called)
  const [image] = images
  if (!image || images.length > 1) return { called, images }
  const found = await explanationOf({ ...input, image_id: image.id })
  return found ? { ...found, image } : { called, images: [] }
}

/** Nothing where the person sees no such image. */
async function explanationOf(input: ExplainInput): Promise<{ explanation: Explanation } | null> {
  try {
    return { explanation: await explain(input) }
  } catch (error) {
    if (isNotThere(error)) return null
    throw error
  }
}
