import type { Database } from '../db/database'
import { isDuplicate } from '../db/duplicate'
import { fromTimestamp, toTimestamp } from '../db/timestamps'

/** An image whose bytes are on this node's disk. */
export interface CachedImage {
  id: number
  imageId: string
  lastAccessed: Date
  lastModified: Date
  /** In bytes. */
  size: number
  hits: number
  checksum: string | null
}

/** What this node has cached. */
export interface CacheRepository {
  /** The least recently used first. */
  all(): Promise<CachedImage[]>
  find(imageId: string): Promise<CachedImage | null>
  /** Notes that an image has been cached, in place of what was noted before. */
  insert(image: Pick<CachedImage, 'imageId' | 'size' | 'checksum'>): Promise<void>
  hit(imageId: string): Promise<void>
  remove(imageId: string): Promise<void>
  /** The addresses of the nodes that have an image cached. */
  nodesOf(imageId: string): Promise<string[]>
}

/** `node` is the address by which this node is known to the others. */
export async function createCacheRepository({ db, kind }: Database, node: string): Promise<CacheRepository> {
  const nodeId = await ownId({ db, kind }, node)
  const now = () => toTimestamp(new Date(), kind)
  const own = () => db.selectFrom('vitrine_cached_images').where('node_reference_id', '=', nodeId)

  async function remove(imageId: string) {
    await db.deleteFrom('vitrine_cached_images').where('image_id', '=', imageId).where('node_reference_id', '=', nodeId).execute()
  }

  return {
    remove,
    async all() {
      const rows = await own().selectAll().orderBy('last_accessed').orderBy('id').execute()
      return rows.map(toCachedImage)
    },
    async find(imageId) {
      const row = await own().where('image_id', '=', imageId).selectAll().executeTakeFirst()
      return row ? toCachedImage(row) : null
    },
    async insert({ imageId, size, checksum }) {
      await remove(imageId)
      const row = { image_id: imageId, size, checksum, hits: 0, last_accessed: now(), last_modified: now() }
      await db
        .insertInto('vitrine_cached_images')
        .values({ ...row, node_reference_id: nodeId })
        .execute()
    },
    async hit(imageId) {
      await db
        .updateTable('vitrine_cached_images')
        .set((eb) => ({ hits: eb('hits', '+', 1), last_accessed: now() }))
        .where('image_id', '=', imageId)
        .where('node_reference_id', '=', nodeId)
        .execute()
    },
    async nodesOf(imageId) {
      const rows = await db
        .selectFrom('vitrine_cached_images')
        .innerJoin('vitrine_cache_nodes', 'vitrine_cache_nodes.node_reference_id', 'vitrine_cached_images.node_reference_id')
        .where('vitrine_cached_images.image_id', '=', imageId)
        .select('vitrine_cache_nodes.node_reference_url')
        .orderBy('vitrine_cache_nodes.node_reference_url')
        .execute()
      return rows.map(({ node_reference_url }) => node_reference_url)
    },
  }
}

async function ownId({ db }: Database, node: string): Promise<number> {
  const known = () =>
    db.selectFrom('vitrine_cache_nodes').where('node_reference_url', '=', node).select('node_reference_id').executeTakeFirst()
  if (!(await known())) {
    await db
      .insertInto('vitrine_cache_nodes')
      .values({ node_reference_url: node })
      .execute()
      .catch((error) => {
        // Another process of this node was faster.
        if (!isDuplicate(error)) throw error
      })
  }
  const row = await known()
  if (!row) throw new Error(`The node ${node} could not be noted`)
  return row.node_reference_id
}

interface Row {
  id: number
  image_id: string
  last_accessed: string
  last_modified: string
  size: number
  hits: number
  checksum: string | null
}

function toCachedImage(row: Row): CachedImage {
  return {
    id: row.id,
    imageId: row.image_id,
    lastAccessed: fromTimestamp(row.last_accessed),
    lastModified: fromTimestamp(row.last_modified),
    size: Number(row.size),
    hits: row.hits,
    checksum: row.checksum,
  }
}
