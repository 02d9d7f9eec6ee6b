import type { Kysely } from 'kysely'
import { Problem } from '@/lib/contract/problem'
import type { Schema } from '../db/schema'
import type { Upload } from './upload'
import type { UploadTable } from './upload-tables'

export interface UploadRepository {
  /** An image that already has an upload is a `conflict`. */
  insert(upload: Upload): Promise<void>
  find(id: string): Promise<Upload | undefined>
  findByImage(imageId: string): Promise<Upload | undefined>
  /** Oldest first. */
  ofProject(projectId: string): Promise<Upload[]>
  all(): Promise<Upload[]>
  setState(id: string, state: Upload['state'], reason: string | null): Promise<void>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
}

/** The records of uploads in `vitrine_uploads`. */
export function createUploadRepository(db: Kysely<Schema>): UploadRepository {
  const uploads = () => db.selectFrom('vitrine_uploads').selectAll()

  async function findByImage(imageId: string) {
    const row = await uploads().where('image_id', '=', imageId).executeTakeFirst()
    return row && fromRow(row)
  }

  return {
    findByImage,
    async insert(upload) {
      try {
        await db.insertInto('vitrine_uploads').values(toRow(upload)).execute()
      } catch (error) {
        // Each database words a broken constraint in its own way; that the row is there says the same.
        if (!(await findByImage(upload.imageId))) throw error
        throw new Problem('conflict', `Image ${upload.imageId} is being uploaded already.`, { cause: error })
      }
    },
    async find(id) {
      const row = await uploads().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    async ofProject(projectId) {
      const rows = await uploads().where('project_id', '=', projectId).orderBy('created_at').orderBy('id').execute()
      return rows.map(fromRow)
    },
    async all() {
      return (await uploads().execute()).map(fromRow)
    },
    async setState(id, state, reason) {
      const changes = { state, reason, updated_at: Date.now() }
      await db.updateTable('vitrine_uploads').set(changes).where('id', '=', id).execute()
    },
    async remove(id) {
      await db.deleteFrom('vitrine_uploads').where('id', '=', id).execute()
    },
  }
}

function toRow(upload: Upload): UploadTable {
  return {
    id: upload.id,
    image_id: upload.imageId,
    project_id: upload.projectId,
    user_id: upload.userId,
    size: upload.size,
    metadata: JSON.stringify(upload.metadata),
    state: upload.state,
    reason: upload.reason,
    created_at: upload.createdAt.getTime(),
    updated_at: upload.updatedAt.getTime(),
  }
}

function fromRow(row: UploadTable): Upload {
  return {
    id: row.id,
    imageId: row.image_id,
    projectId: row.project_id,
    userId: row.user_id,
    size: row.size,
    metadata: JSON.parse(row.metadata),
    state: row.state,
    reason: row.reason,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  }
}
