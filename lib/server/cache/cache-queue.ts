import { mkdirSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'

/** Images that are to be cached, each an empty file of its id, so that a restart forgets none. */
export interface CacheQueue {
  ids(): Promise<string[]>
  add(imageId: string): Promise<void>
  remove(imageId: string): Promise<void>
  /** Works on what is queued; several calls at once are one. */
  work(): Promise<void>
  /** Gives up what is being fetched; it and the rest stay queued for the next start. */
  stop(): Promise<void>
}

/** Caches one image, unless the signal fires before. */
type FetchImage = (imageId: string, signal: AbortSignal) => Promise<void>

/** Keeps the queue in `folder`; `fetch` caches one image. What cannot be cached leaves the queue with a warning. */
export function createCacheQueue(folder: string, fetch: FetchImage, log: Logger): CacheQueue {
  mkdirSync(folder, { recursive: true })
  const ids = async () => (await readdir(folder)).toSorted()
  const remove = (imageId: string) => rm(join(folder, imageId), { force: true })
  const stopping = new AbortController()
  let working: Promise<void> | undefined

  async function drain() {
    for (let [next] = await ids(); next !== undefined; [next] = await ids()) {
      const imageId = next
      if (stopping.signal.aborted) return
      await fetch(imageId, stopping.signal).catch((err) => log.warn({ imageId, err }, 'a queued image could not be cached'))
      if (stopping.signal.aborted) return
      await remove(imageId)
    }
  }

  return {
    ids,
    remove,
    add: (imageId) => writeFile(join(folder, imageId), ''),
    work() {
      working ??= drain().finally(() => {
        working = undefined
      })
      return working
    },
    async stop() {
      stopping.abort()
      await working
    },
  }
}
