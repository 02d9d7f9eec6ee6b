const longestMs = 60_000

/** How long to wait before an attempt: 1, 2, 4 … 60 s. */
export function pauseBefore(attempt: number): number {
  return Math.min(longestMs, 1000 * 2 ** (attempt - 1))
}

/** Waits, but not beyond the moment when the browser is online again. Rejects when aborted. */
export function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer)
      window.removeEventListener('online', finish)
      signal.removeEventListener('abort', finish)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(finish, ms)
    window.addEventListener('online', finish)
    signal.addEventListener('abort', finish)
  })
}
