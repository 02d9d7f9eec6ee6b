import { randomUUID } from 'node:crypto'
import type { ImageStatus } from '@/lib/contract/image-fields'
import type { Database } from '@/lib/server/db/database'
import { newDraft } from '@/lib/server/images/image-draft'
import { createImageRepository } from '@/lib/server/images/image-repository'

/** What of an image counts towards what is used. */
export interface CountedImage {
  status: ImageStatus
  size: number | null
  /** Where its data lie; `ID` in them becomes the image's id. */
  copies: readonly string[]
  /** Of each copy. */
  metadata?: string | null
  owner?: string | null
  /** The stores to which it is being copied. */
  importing?: string
  deleted?: boolean
}

/** Stores an image as it is in the middle of its life, with one more copy that has been deleted. */
export async function storeCountedImage(database: Database, image: CountedImage): Promise<void> {
  const { status, size, copies, metadata = '{}', owner = 'p1', importing, deleted = false } = image
  const { db } = database
  const id = randomUUID()
  const properties: Record<string, string> = importing === undefined ? {} : { os_glance_importing_to_stores: importing }
  await createImageRepository(database).create({ ...newDraft('p1').attributes, owner, id, tags: [], properties })
  await db.updateTable('images').set({ status, size, deleted }).where('id', '=', id).execute()
  const times = { created_at: '2026-01-02 03:04:05', updated_at: '2026-01-02 03:04:05' }
  const row = { image_id: id, meta_data: metadata, status: 'active', ...times }
  const kept = copies.map((url) => ({ ...row, value: url.replace('ID', id), deleted }))
  const gone = { ...row, value: 'file:///gone', deleted: true }
  for (const location of [...kept, gone]) await db.insertInto('image_locations').values(location).execute()
}

const [once, twice] = [['file:///x'], ['file:///x', 'file:///y']]

/** An image of each kind that counts in another way: seven of project `p1`, one of `p2`, and what does not count any more. */
export const imagesToCount: readonly CountedImage[] = [
  { status: 'active', size: 1000, copies: twice },
  { status: 'deactivated', size: 2 ** 41, copies: once },
  { status: 'active', size: 7, copies: once, importing: 'fast' },
  { status: 'active', size: 7, copies: [], importing: '' },
  { status: 'killed', size: 50, copies: once },
  { status: 'pending_delete', size: 50, copies: once },
  { status: 'saving', size: null, copies: [] },
  { status: 'uploading', size: 300, copies: [] },
  { status: 'importing', size: 40, copies: [] },
  { status: 'active', size: 1000, copies: once, deleted: true },
  { status: 'active', size: 5, copies: once, owner: 'p2' },
]
