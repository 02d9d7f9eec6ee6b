import { describe, expect, it } from 'vitest'
import { runBulk } from './bulk-run'

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

describe('runBulk', () => {
  it('acts on all, no more than some at once, and keeps what failed', async () => {
    let now = 0
    let most = 0
    const seen: number[] = []
    const outcome = await runBulk([1, 2, 3, 4, 5], {
      parallel: 2,
      signal: new AbortController().signal,
      onProgress: (finished) => seen.push(finished),
      async act(item) {
        most = Math.max(most, ++now)
        await pause()
        now--
        if (item === 3) throw new Error('three')
      },
    })
    expect(most).toBe(2)
    expect([...outcome.done].sort()).toEqual([1, 2, 4, 5])
    expect(outcome.failures).toEqual([{ item: 3, error: new Error('three') }])
    expect(outcome.left).toEqual([])
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  it('begins nothing more once it is stopped', async () => {
    const stop = new AbortController()
    const outcome = await runBulk(['a', 'b', 'c'], {
      parallel: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
      act: pause,
    })
    expect(outcome).toEqual({ done: ['a'], failures: [], left: ['b', 'c'] })
  })
})
