import { paths } from '@/lib/contract/paths'
import { isProblem } from '@/lib/contract/problem'
import { api } from './api'
import { deleteImage } from './image-queries'
import { type ImageSwitch, imageSwitches } from './image-switches'
import type { ImageView, Visibility } from './image-view'
import { changeVisibility } from './sharing'

/** What can be done to many images at once. */
export type BulkAction =
  | { kind: 'delete'; unprotect: boolean }
  | { kind: ImageSwitch }
  | { kind: 'visibility'; visibility: Visibility }
  | { kind: 'addTag' | 'removeTag'; tag: string }

type Target = Pick<ImageView, 'id' | 'protected'>

const tagPath = (id: string, tag: string) => `${paths.image(encodeURIComponent(id))}/tags/${encodeURIComponent(tag)}`

/** Does it to one image; one that is as wanted already is no failure. */
export async function actOn({ id, protected: kept }: Target, action: BulkAction): Promise<void> {
  switch (action.kind) {
    case 'delete':
      if (kept && action.unprotect) await imageSwitches.unprotect.run(id)
      return unlessGone(deleteImage(id))
    case 'visibility':
      return changeVisibility(id, action.visibility)
    case 'addTag':
      return api(tagPath(id, action.tag), { method: 'PUT' })
    case 'removeTag':
      return unlessGone(api(tagPath(id, action.tag), { method: 'DELETE' }))
    default:
      return imageSwitches[action.kind].run(id)
  }
}

async function unlessGone(removal: Promise<void>): Promise<void> {
  try {
    await removal
  } catch (error) {
    if (!isProblem(error) || error.kind !== 'notFound') throw error
  }
}

/** A tag of the API's form; one with a slash has no address of its own. */
export function isTag(text: string): boolean {
  return text !== '' && text.length <= 255 && !/[/\0]/.test(text)
}
