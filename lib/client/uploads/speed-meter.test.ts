import { expect, it } from 'vitest'
import { createSpeedMeter } from './speed-meter'

it('says nothing before a second has passed, then the speed of the last seconds', () => {
  let now = 0
  const meter = createSpeedMeter(() => now)
  const speeds = [0, 500, 1000, 2000, 20_000, 21_000].map((at) => {
    now = at
    return meter.measure(at <= 2000 ? at * 10 : 20_000 + (at - 20_000))
  })
  expect(speeds).toEqual([null, null, 10_000, 10_000, null, 1000])
})
