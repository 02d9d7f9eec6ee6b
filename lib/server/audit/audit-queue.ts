import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'

/** What waits to be written, so that nobody waits for the writing. */
export interface AuditQueue<T> {
  /** Never waits and never throws; beyond the bound the entry is lost, which the log tells. */
  add(entry: T): void
  /** Writes what waits now. */
  flush(): Promise<void>
  /** Writes what waits, and takes nothing more. */
  stop(): Promise<void>
}

interface Options<T> {
  write(entries: readonly T[]): Promise<void>
  log: Logger
  /** How many may wait. */
  bound?: number
  /** How long an entry waits for others. */
  pauseMs?: number
  /** After how long a batch that could not be written is tried once more. */
  retryMs?: number
}

const batchSize = 200

/** Collects entries and writes them in batches, one after the other. */
export function createAuditQueue<T>({ write, log, bound = 10_000, pauseMs = 500, retryMs = 2000 }: Options<T>): AuditQueue<T> {
  const waiting: T[] = []
  let lost = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  async function writeBatch() {
    const batch = waiting.splice(0, batchSize)
    try {
      await write(batch).catch(async () => {
        await delay(retryMs, undefined, { ref: false })
        await write(batch)
      })
    } catch (err) {
      log.error({ err, lost: batch.length }, 'entries of the audit log were lost: they could not be written')
    }
  }

  async function drain() {
    while (waiting.length > 0) await writeBatch()
    if (lost > 0) log.error({ lost }, 'entries of the audit log were lost: too many waited')
    lost = 0
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing ??= drain().finally(() => {
      writing = undefined
    })
    return writing
  }

  return {
    flush,
    add(entry) {
      if (waiting.length >= bound) lost += 1
      else waiting.push(entry)
      timer ??= setTimeout(() => void flush(), pauseMs).unref()
    },
    async stop() {
      await flush()
    },
  }
}
