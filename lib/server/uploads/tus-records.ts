import { type KvStore, Upload as TusUpload } from '@tus/server'
import type { Finisher, FinishParts } from './upload-finish'

/** Our records in the shape that `@tus/file-store` keeps its own in. They are written when the upload is authorized. */
export function tusRecords({ records, staging }: FinishParts, finisher: Finisher): KvStore<TusUpload> {
  return {
    async get(id) {
      const upload = await records.find(id)
      if (!upload) return undefined
      const lastByteAt = (await staging.find(id))?.modifiedAt ?? upload.createdAt
      return new TusUpload({
        id,
        size: upload.size,
        offset: 0,
        metadata: { ...upload.metadata },
        // It counts the expiry from here. We count from the last byte, so that a long upload does not expire midway.
        creation_date: lastByteAt.toISOString(),
      })
    },
    set: async () => undefined,
    delete: (id) => finisher.end(id),
  }
}
