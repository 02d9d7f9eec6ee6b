/**
 * Holds the lock of one upload while `work` runs, so that two tabs never send the same file. Answers false at once where
 * another tab holds it. Browsers have locks only over TLS and on localhost; elsewhere the server's own lock must do.
 */
export async function withTabLock(id: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work()
    return true
  }
  return navigator.locks.request(`vitrine-upload-${id}`, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}

/** Whether this browser lets tabs lock each other out; else they only tell each other. */
export function hasTabLocks(): boolean {
  return navigator.locks !== undefined
}

/** Whether another tab sends this upload now. */
export async function isSentElsewhere(id: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return held.some(({ name }) => name === `vitrine-upload-${id}`)
}

/** Resolves when no tab sends this upload any more. */
export async function whenReleased(id: string): Promise<void> {
  await navigator.locks?.request(`vitrine-upload-${id}`, { mode: 'shared' }, () => undefined)
}
