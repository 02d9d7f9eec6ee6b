import { expect, it } from 'vitest'
import type { PolicyTarget } from '@/lib/contract/policy-matrix'
import { answerOf } from './policy-matrix'

const row = (action: string, targets: PolicyTarget[]) => ({
  action,
  rule: '',
  source: 'default' as const,
  at: null,
  allowed: { member: targets },
})

it('asks of each thing that the rule can be about', () => {
  expect(answerOf(row('get_image', ['own', 'other', 'shared', 'public']), 'member')).toBe('yes')
  expect(answerOf(row('get_image', ['own', 'other']), 'member')).toBe('depends')
  expect(answerOf(row('get_image', []), 'member')).toBe('no')
})

it('knows that what is made is nobody’s yet: it is for the own project or for another', () => {
  expect(answerOf(row('add_image', ['own', 'other']), 'member')).toBe('yes')
  expect(answerOf(row('add_image', ['own', 'shared']), 'member')).toBe('depends')
})
