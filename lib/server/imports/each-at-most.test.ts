import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { eachAtMost } from './each-at-most'

describe('eachAtMost', () => {
  it('works on so many at once, and answers in order', async () => {
    let running = 0
    let most = 0
    const work = async (ms: number) => {
      running++
      most = Math.max(most, running)
      await sleep(ms)
      running--
      return ms
    }
    expect(await eachAtMost(2, [30, 10, 20, 1], work)).toEqual([30, 10, 20, 1])
    expect(most).toBe(2)
  })
  it('begins no more after a failure, and waits for what runs', async () => {
    const ended: number[] = []
    const work = async (item: number) => {
      if (item === 1) throw new Error('one')
      await sleep(20)
      ended.push(item)
    }
    await expect(eachAtMost(2, [0, 1, 2, 3], work)).rejects.toThrow('one')
    expect(ended).toEqual([0])
  })
})
