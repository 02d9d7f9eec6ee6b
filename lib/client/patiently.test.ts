import { afterEach, describe, expect, it, vi } from 'vitest'
import { patiently } from './patiently'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a part of the page', () => {
  it('is tried again while the server is away', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('window', {})
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    const load = vi
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('part')
    const loaded = patiently(load)()
    await vi.advanceTimersByTimeAsync(3000)
    expect(await loaded).toBe('part')
    expect(load).toHaveBeenCalledTimes(3)
  })
  it('is an error where the server answers, and has it no more', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response()))
    await expect(patiently(() => Promise.reject(new Error('gone')))()).rejects.toThrow('gone')
  })
})
