import type { Database } from '../db/database'
import { isDuplicate } from '../db/duplicate'
import { timestampNow } from './image-rows'

/** The property that names the task to which an image belongs while it is imported. */
export const lockProperty = 'os_glance_import_task'

/** What imports settle in the database. */
export interface ImageImportRepository {
  /** Compare-and-set: makes the image `taskId`'s; false when it is another task's. */
  lock(imageId: string, taskId: string): Promise<boolean>
  /** Lets the image go; false when it was not that task's. */
  unlock(imageId: string, taskId: string): Promise<boolean>
  /** Notes how many bytes are staged; false when the image is not `uploading` any more. */
  setStagedSize(imageId: string, size: number): Promise<boolean>
}

export function createImageImportRepository({ db, kind }: Database): ImageImportRepository {
  const now = () => timestampNow(kind)
  const row = (imageId: string) =>
    db.updateTable('image_properties').where('image_id', '=', imageId).where('name', '=', lockProperty)
  const met = ({ numUpdatedRows }: { numUpdatedRows: bigint }) => numUpdatedRows > 0n

  return {
    async lock(imageId, taskId) {
      const living = { value: taskId, deleted: false, deleted_at: null, updated_at: now() }
      if (met(await row(imageId).where('deleted', '=', true).set(living).executeTakeFirst())) return true
      try {
        const first = { image_id: imageId, name: lockProperty, created_at: now(), ...living }
        await db.insertInto('image_properties').values(first).execute()
        return true
      } catch (error) {
        // A name is unique within an image: somebody else has the lock.
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async unlock(imageId, taskId) {
      const gone = { deleted: true, deleted_at: now() }
      const held = row(imageId).where('value', '=', taskId).where('deleted', '=', false)
      return met(await held.set(gone).executeTakeFirst())
    },

    async setStagedSize(imageId, size) {
      const update = db.updateTable('images').where('id', '=', imageId).where('status', '=', 'uploading')
      return met(await update.where('deleted', '=', false).set({ size, updated_at: now() }).executeTakeFirst())
    },
  }
}
