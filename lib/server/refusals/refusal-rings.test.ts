import { expect, it } from 'vitest'
import { createRings } from './refusal-rings'

it('holds so many of one key, the newest', () => {
  const rings = createRings<number>(2, 10)
  for (const entry of [1, 2, 3]) rings.add('a', entry)
  expect(rings.of('a')).toEqual([2, 3])
  expect(rings.of('b')).toEqual([])
})
it('holds so many in all; whoever was quiet longest loses the oldest', () => {
  const rings = createRings<string>(10, 3)
  for (const entry of ['a1', 'b1', 'b2', 'a2', 'c1']) rings.add(entry.charAt(0), entry)
  expect(rings.all().toSorted()).toEqual(['a1', 'a2', 'c1'])
  expect(rings.of('b')).toEqual([])
})
