import { expect, it } from 'vitest'
import { clockOf } from './diagnosis'

const date = 'Mon, 23 Nov 2026 04:30:00 GMT'
const later = (seconds: number) => Date.parse(date) + seconds * 1000

it('finds nothing in a clock that is some seconds off', () => expect(clockOf(date, later(20))?.status).toBe('pass'))
it('warns of a clock that is minutes off', () =>
  expect(clockOf(date, later(-90))).toMatchObject({ status: 'warn', evidence: [{ value: '-90 s' }] }))
it('says nothing where the server tells no time', () => expect(clockOf(null)).toBeNull())
