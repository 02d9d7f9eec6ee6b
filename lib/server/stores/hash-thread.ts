import { Worker } from 'node:worker_threads'
import type { Slot } from './slot-pool'

/** One hash worker. Every call is fulfilled when the worker has done it, and rejected when the worker has died. */
export interface HashThread {
  open(id: number, algorithm: string): Promise<void>
  /** Adds the first `length` bytes of the slot; it may be filled again afterwards. */
  update(id: number, slot: Slot, length: number): Promise<void>
  digest(id: number): Promise<string>
  release(id: number): Promise<void>
  stop(): Promise<void>
  /** For as long as the worker lives. */
  readonly alive: boolean
}

interface Call {
  resolve(value: never): void
  reject(error: Error): void
}

/** Starts a worker; it does not keep the process from ending. */
export function startHashThread(): HashThread {
  const worker = new Worker(new URL('./hash-worker.mjs', import.meta.url), {
    name: 'hash',
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
  })
  worker.unref()
  const calls: Call[] = []
  const knownSlots = new Set<number>()
  let death: Error | undefined

  const die = (error: Error) => {
    death ??= error
    for (const call of calls.splice(0)) call.reject(death)
  }
  worker.on('message', (value) => calls.shift()?.resolve(value as never))
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`A hash worker ended with code ${code}`)))

  function ask<T>(message: object): Promise<T> {
    if (death) return Promise.reject(death)
    return new Promise((resolve, reject) => {
      calls.push({ resolve, reject })
      worker.postMessage(message)
    })
  }

  return {
    get alive() {
      return death === undefined
    },
    open: (id, algorithm) => ask({ kind: 'open', id, algorithm }),
    update(id, { index, shared }, length) {
      const first = !knownSlots.has(index)
      knownSlots.add(index)
      return ask({ kind: 'update', id, slot: index, length, ...(first && { shared }) })
    },
    digest: (id) => ask({ kind: 'digest', id }),
    release: (id) => ask({ kind: 'release', id }),
    async stop() {
      await worker.terminate()
    },
  }
}
