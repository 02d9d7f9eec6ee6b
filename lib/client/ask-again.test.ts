import { expect, it } from 'vitest'
import { Problem } from '@/lib/contract/problem'
import { unlessGone } from './ask-again'

it('asks on after whatever may pass, and never more about what is gone', () => {
  expect(unlessGone(60_000, null)).toBe(60_000)
  expect(unlessGone(60_000, new Problem('internal', 'failed'))).toBe(60_000)
  expect(unlessGone(60_000, new Error('offline'))).toBe(60_000)
  expect(unlessGone(60_000, new Problem('notFound', 'No image'))).toBe(false)
})
