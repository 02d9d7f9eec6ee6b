/** Work that waits for its turn. */
export interface TaskTurns {
  /** Runs `work`, which never rejects, as soon as fewer than the limit are running. */
  add(work: () => Promise<void>): void
  /** Fulfilled when nothing runs or waits. */
  idle(): Promise<void>
}

/** At most `limit` pieces of work at once, in the order in which they came. */
export function createTaskTurns(limit: number): TaskTurns {
  const waiting: (() => Promise<void>)[] = []
  const running = new Set<Promise<void>>()

  function next() {
    while (running.size < limit) {
      const work = waiting.shift()
      if (!work) return
      const done = work().finally(() => {
        running.delete(done)
        next()
      })
      running.add(done)
    }
  }

  return {
    add(work) {
      waiting.push(work)
      // Not before the request that caused it has been answered.
      setImmediate(next)
    },
    async idle() {
      next()
      while (running.size > 0) await Promise.all(running)
    },
  }
}
