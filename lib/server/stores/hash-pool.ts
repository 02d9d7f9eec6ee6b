import { availableParallelism } from 'node:os'
import { Problem } from '@/lib/contract/problem'
import { type HashThread, startHashThread } from './hash-thread'
import type { Slot } from './slot-pool'

/** The two digests of an image, in hex. */
export interface Digests {
  /** MD5. */
  checksum: string
  osHashAlgo: string
  osHashValue: string
}

/** The hashes of one upload, computed off the main thread. */
export interface Hasher {
  /** How many bytes it has been given. */
  readonly position: number
  /** False once a worker has died: it will never give a digest. */
  readonly alive: boolean
  /** Adds the first `length` bytes of the slot; fulfilled when both workers have read them. */
  update(slot: Slot, length: number): Promise<void>
  /** Ends the hasher. */
  digest(): Promise<Digests>
  /** Ends the hasher without a digest; harmless afterwards. */
  release(): void
}

export interface HashPool {
  open(): Hasher
  stop(): Promise<void>
}

/** Two threads, one per algorithm, that read the same slots side by side. */
interface Lane {
  md5: HashThread
  other: HashThread
  hashers: number
}

/** MD5 and `algorithm` for any number of uploads. Threads start on first use; one that dies is replaced for the next upload. */
export function createHashPool(algorithm: string, maxLanes = Math.max(1, Math.floor(availableParallelism() / 2))): HashPool {
  const lanes = new Set<Lane>()
  let lastId = 0

  function lane(): Lane {
    for (const known of lanes) if (!isAlive(known)) retire(known)
    const idlest = [...lanes].sort((a, b) => a.hashers - b.hashers)[0]
    if (idlest && (idlest.hashers === 0 || lanes.size >= maxLanes)) return idlest
    const started = { md5: startHashThread(), other: startHashThread(), hashers: 0 }
    lanes.add(started)
    return started
  }

  function retire(dead: Lane) {
    lanes.delete(dead)
    for (const thread of [dead.md5, dead.other]) void thread.stop()
  }

  return {
    open: () => openHasher(lane(), ++lastId, algorithm),
    async stop() {
      await Promise.all([...lanes].flatMap(({ md5, other }) => [md5.stop(), other.stop()]))
      lanes.clear()
    },
  }
}

function isAlive({ md5, other }: Lane): boolean {
  return md5.alive && other.alive
}

function openHasher(lane: Lane, id: number, algorithm: string): Hasher {
  const { md5, other } = lane
  const opened = both(md5.open(id, 'md5'), other.open(id, algorithm))
  opened.catch(() => undefined)
  let position = 0
  let ended = false
  lane.hashers += 1

  const end = () => {
    if (!ended) lane.hashers -= 1
    ended = true
  }

  return {
    get position() {
      return position
    },
    get alive() {
      return !ended && isAlive(lane)
    },
    async update(slot, length) {
      position += length
      await both(md5.update(id, slot, length), other.update(id, slot, length))
    },
    async digest() {
      await opened
      const [checksum, osHashValue] = await both(md5.digest(id), other.digest(id))
      end()
      return { checksum, osHashAlgo: algorithm, osHashValue }
    },
    release() {
      if (ended) return
      end()
      both(md5.release(id), other.release(id)).catch(() => undefined)
    },
  }
}

/** Waits for both, even when one fails: only then does nobody read the slot any more. */
async function both<T>(first: Promise<T>, second: Promise<T>): Promise<[T, T]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value]
  const { reason } = (a.status === 'rejected' ? a : b) as PromiseRejectedResult
  throw new Problem('internal', 'The hashes of the upload could not be computed. Send the data again.', { cause: reason })
}
