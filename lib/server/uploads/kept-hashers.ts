import type { Hasher, HashPool } from '../stores/hash-pool'

/** The hashes of uploads that are still going on, kept in the workers from one request to the next. */
export interface KeptHashers {
  /** The hasher that has read exactly the first `offset` bytes; undefined where there is none (after a restart, say). */
  at(id: string, offset: number): Hasher | undefined
  /** Takes the hasher away for finishing: one that has read no more than `size` bytes, or a new one. */
  take(id: string, size: number): Hasher
  release(id: string): void
}

/** A hasher that got lost costs no upload: what it had read is read again from the disk when the upload is finished. */
export function createKeptHashers(pool: HashPool): KeptHashers {
  const hashers = new Map<string, Hasher>()

  function release(id: string) {
    hashers.get(id)?.release()
    hashers.delete(id)
  }

  return {
    release,
    at(id, offset) {
      const kept = hashers.get(id)
      if (kept?.alive && kept.position === offset) return kept
      release(id)
      if (offset > 0) return undefined
      const started = pool.open()
      hashers.set(id, started)
      return started
    },
    take(id, size) {
      const kept = hashers.get(id)
      hashers.delete(id)
      if (kept?.alive && kept.position <= size) return kept
      kept?.release()
      return pool.open()
    },
  }
}
