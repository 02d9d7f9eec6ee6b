import { setTimeout as sleep } from 'node:timers/promises'

/** What was counted, and when that began. */
export interface Counted<T> {
  at: Date
  value: T
}

/** A count that takes long where there is much to count; no two of them run at once. */
export interface SharedCount<T> {
  /** Counts now, or joins whoever does. */
  now(): Promise<Counted<T>>
  /** Counts now where that is quick, else tells what was counted last: the older that is, the longer the new one is waited for. */
  soon(): Promise<Counted<T>>
}

const patienceMs = 300
const longestPatienceMs = 10_000
/** What is known is told after a wait of so much of its age. */
const patienceByAge = 0.1
/** After a count that was not quick there is none for so many times what it took. */
const rest = 19

/** Shares what `count` finds among all who ask; where it takes long it is done for at most a twentieth of the time. */
export function createSharedCount<T>(count: () => Promise<T>): SharedCount<T> {
  let last: Counted<T> | undefined
  let counting: Promise<Counted<T>> | undefined
  let restsUntil = 0

  async function begin(): Promise<Counted<T>> {
    const at = new Date()
    const begun = performance.now()
    try {
      last = { at, value: await count() }
      const ended = performance.now()
      if (ended - begun > patienceMs) restsUntil = ended + (ended - begun) * rest
      return last
    } finally {
      counting = undefined
    }
  }

  function now() {
    counting ??= begin()
    return counting
  }

  return {
    now,
    async soon() {
      if (!last) return now()
      if (performance.now() < restsUntil) return last
      const age = Date.now() - last.at.getTime()
      const patience = Math.min(Math.max(age * patienceByAge, patienceMs), longestPatienceMs)
      return Promise.race([now(), sleep(patience, last, { ref: false })])
    },
  }
}
