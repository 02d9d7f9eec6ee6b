import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createSharedCount } from './shared-count'

/** Counts how often it is asked, and takes as long as it is told. */
function slowly(ms: () => number) {
  let asked = 0
  return createSharedCount(async () => {
    asked += 1
    const found = asked
    await sleep(ms())
    return found
  })
}

describe('a shared count', () => {
  it('is done anew for each who asks where that is quick', async () => {
    const count = slowly(() => 0)
    const [first, second] = [await count.soon(), await count.soon()]
    expect([first.value, second.value]).toEqual([1, 2])
    expect(second.at.getTime()).toBeGreaterThanOrEqual(first.at.getTime())
  })
  it('is one for all who ask at a time', async () => {
    const count = slowly(() => 20)
    const all = await Promise.all([count.soon(), count.now(), count.soon()])
    expect(all.map(({ value }) => value)).toEqual([1, 1, 1])
  })
  it('says what was found last, and when, while the next takes long', async () => {
    let ms = 0
    const count = slowly(() => ms)
    const first = await count.soon()
    ms = 1000
    const begun = performance.now()
    expect(await count.soon()).toBe(first)
    expect(performance.now() - begun).toBeLessThan(900)
    expect((await count.now()).value).toBe(2)
  })
  it('is waited for longer where what was found last is old', async () => {
    let ms = 0
    const count = slowly(() => ms)
    const first = await count.soon()
    ms = 1000
    first.at.setMinutes(first.at.getMinutes() - 1)
    expect((await count.soon()).value).toBe(2)
  })
  it('rests after it took long, unless it must be new', async () => {
    const count = slowly(() => 400)
    const first = await count.soon()
    await sleep(50)
    expect(await count.soon()).toBe(first)
    expect((await count.now()).value).toBe(2)
  })
  it('is tried again after it failed', async () => {
    let fails = true
    const count = createSharedCount(async () => {
      if (fails) throw new Error('gone')
      return 'found'
    })
    await expect(count.soon()).rejects.toThrow('gone')
    fails = false
    expect((await count.soon()).value).toBe('found')
  })
})
