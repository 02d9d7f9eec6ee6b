const firstPauseMs = 1000
const longestPauseMs = 15_000

/**
 * Loads a part of the page's code that is fetched when it is wanted. While the server is away it waits and tries again, and
 * what needs the part stays empty; a server that answers, but no longer has it, is an error.
 */
export function patiently<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        return await load()
      } catch (error) {
        if (await answers()) return load()
        if (typeof window === 'undefined') throw error
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

async function answers(): Promise<boolean> {
  try {
    await fetch('/healthcheck', { method: 'HEAD' })
    return true
  } catch {
    return false
  }
}
