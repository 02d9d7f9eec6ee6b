import type { ServicePart } from '@/lib/contract/service-state'
import type { CacheDisk } from '../cache/cache-service'
import type { ConfiguredStore } from '../stores/store-registry'
import { down, part, timed } from './part'

const nearlyFull = 0.95

/** A store, and its room where it is of this machine. */
export async function storeState({ id, type, store }: ConfiguredStore): Promise<ServicePart> {
  const known = { instance: id, place: type }
  const ask = store.capacity
  if (!ask) return part('store', { ...known, state: 'unknown' })
  try {
    const { value, latency } = await timed(() => ask())
    const room = { total: value.totalBytes, used: value.totalBytes - value.freeBytes }
    const full = room.used > room.total * nearlyFull ? ({ state: 'degraded', cause: 'storeNearlyFull' } as const) : {}
    return part('store', { ...known, ...full, latency_ms: latency, room })
  } catch (error) {
    return part('store', { ...known, ...down('storeUnavailable', error) })
  }
}

interface CacheSettings {
  image_cache_dir: string
  image_cache_max_size: number
}

/** The cache of remote stores' images on this machine. */
export async function cacheState(disk: CacheDisk | null, settings: CacheSettings): Promise<ServicePart> {
  if (!disk) return part('cache', { state: 'off', cause: 'notConfigured' })
  const place = settings.image_cache_dir
  try {
    const { cached, queued } = (await timed(() => disk.state())).value
    const used = cached.reduce((sum, { size }) => sum + size, 0)
    return part('cache', { place, queue: { images: queued.length }, room: { total: settings.image_cache_max_size, used } })
  } catch (error) {
    return part('cache', { place, ...down('cacheUnavailable', error) })
  }
}
