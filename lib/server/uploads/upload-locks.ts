/** One request at a time works on an upload. */
export interface UploadLocks {
  /**
   * Does `work` alone. Who holds the lock is asked by its `cancel` to give up, and waited for: a client whose connection
   * got stuck can go on with a new one.
   */
  hold<T>(id: string, cancel: () => void, work: () => Promise<T>): Promise<T>
  isHeld(id: string): boolean
  /** The same lock in the shape that `@tus/server` takes. */
  newLock(id: string): { lock(signal: AbortSignal, cancel: () => void): Promise<void>; unlock(): Promise<void> }
}

interface Holder {
  cancel(): void
  released: Promise<void>
}

/** Locks of this process. */
export function createUploadLocks(): UploadLocks {
  const holders = new Map<string, Holder>()

  async function acquire(id: string, cancel: () => void): Promise<() => void> {
    for (let holder = holders.get(id); holder; holder = holders.get(id)) {
      holder.cancel()
      await holder.released
    }
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    holders.set(id, { cancel, released })
    return () => {
      holders.delete(id)
      release()
    }
  }

  return {
    async hold(id, cancel, work) {
      const release = await acquire(id, cancel)
      try {
        return await work()
      } finally {
        release()
      }
    },
    isHeld: (id) => holders.has(id),
    newLock(id) {
      let release = () => {}
      return {
        async lock(_signal, cancel) {
          release = await acquire(id, cancel)
        },
        unlock: async () => release(),
      }
    },
  }
}
