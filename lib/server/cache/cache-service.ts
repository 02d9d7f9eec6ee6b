import { Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { Image } from '../images/image'
import type { ImageCopies, ImageService } from '../images/image-service'
import type { PolicyName } from '../policy/default-rules'
import type { Policy } from '../policy/policy'
import type { ByteSource } from '../stores/byte-store'
import type { CachedImage } from './cache-repository'

export interface CacheState {
  cached: CachedImage[]
  /** Ids of images. */
  queued: string[]
}

export interface Pruned {
  files: number
  bytes: number
}

/** What of the cache there is to clear. */
export type ClearTarget = 'cache' | 'queue' | ''

/** The cache of this node as its administrators see it. Without `image_cache_dir` everything is `notFound`. */
export interface CacheService {
  list(ctx: Context, rule: CacheRule): Promise<CacheState>
  /** Lets an active image be cached in the background. */
  queue(ctx: Context, rule: CacheRule, imageId: string): Promise<void>
  /** Forgets an image, cached or queued. */
  remove(ctx: Context, rule: CacheRule, imageId: string): Promise<void>
  /** Answers how many entries there were. */
  clear(ctx: Context, rule: CacheRule, target: ClearTarget): Promise<number>
  clean(ctx: Context): Promise<void>
  prune(ctx: Context): Promise<Pruned>
  /** The nodes that have the image. */
  nodes(ctx: Context, imageId: string): Promise<string[]>
  /** A copy of this node, for a download that has been allowed; null where there is none. */
  open(image: Image): Promise<ByteSource | null>
  /** The same source, which caches what it gives if that comes from another machine. */
  keep(copies: ImageCopies, source: ByteSource): Promise<ByteSource>
  stop(): Promise<void>
}

/** What an administrator needs for an action; older routes know only one. */
export type CacheRule = Extract<PolicyName, 'cache_list' | 'cache_image' | 'cache_delete' | 'manage_image_cache'>

/** What the disk does for the service; null in its place where there is no cache. */
export interface CacheDisk extends Pick<CacheService, 'open' | 'keep' | 'stop'> {
  state(): Promise<CacheState>
  queue(imageId: string): Promise<void>
  evict(imageId: string): Promise<void>
  dequeue(imageId: string): Promise<void>
  clean(): Promise<void>
  prune(): Promise<Pruned>
  nodesOf(imageId: string): Promise<string[]>
}

export interface CacheServiceParts {
  disk: CacheDisk | null
  policy: Policy
  images: Pick<ImageService, 'findVisible'>
}

/** The rule is asked first, then whether there is a cache, then whether there is such an image. */
export function createCacheService({ disk, policy, images }: CacheServiceParts): CacheService {
  function allowed(ctx: Context, rule: PolicyName): CacheDisk {
    policy.authorize(ctx, rule, {})
    if (!disk) throw new Problem('notFound', 'Nothing is cached here: image_cache_dir is not set.')
    return disk
  }

  return {
    list: async (ctx, rule) => allowed(ctx, rule).state(),

    async queue(ctx, rule, imageId) {
      const cache = allowed(ctx, rule)
      const { image } = await images.findVisible(ctx, imageId)
      if (image.status !== 'active')
        throw new Problem('badRequest', `The image ${imageId} is ${image.status}: only active ones are cached.`)
      await cache.queue(imageId)
    },

    async remove(ctx, rule, imageId) {
      const cache = allowed(ctx, rule)
      await images.findVisible(ctx, imageId)
      await cache.dequeue(imageId)
      await cache.evict(imageId)
    },

    async clear(ctx, rule, target) {
      const cache = allowed(ctx, rule)
      const { cached, queued } = await cache.state()
      const evicted = target === 'queue' ? [] : cached
      const dequeued = target === 'cache' ? [] : queued
      for (const id of dequeued) await cache.dequeue(id)
      for (const { imageId } of evicted) await cache.evict(imageId)
      return evicted.length + dequeued.length
    },

    clean: async (ctx) => allowed(ctx, 'cache_clean').clean(),
    prune: async (ctx) => allowed(ctx, 'cache_prune').prune(),

    async nodes(ctx, imageId) {
      const cache = allowed(ctx, 'list_cached_nodes')
      await images.findVisible(ctx, imageId)
      return cache.nodesOf(imageId)
    },

    open: async (image) => disk?.open(image) ?? null,
    keep: async (copies, source) => disk?.keep(copies, source) ?? source,
    stop: async () => disk?.stop(),
  }
}
