import { expect, it } from 'vitest'
import { pauseBefore } from './pause'

it('waits longer each time, up to a minute', () => {
  expect([1, 2, 3, 7, 30].map(pauseBefore)).toEqual([1000, 2000, 4000, 60_000, 60_000])
})
