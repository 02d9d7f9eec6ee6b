import { expect, it } from 'vitest'
import { changedTexts, meanwhileIn, misfitOf, textsOf } from './identity-edit'

const before = textsOf({ id: '1', name: 'lab', enabled: true, description: 'A laboratory' })

it('sends only what differs, a name without the space around it', () => {
  expect(changedTexts(before, { ...before, name: ' lab ' })).toEqual({})
  expect(changedTexts(before, { ...before, name: ' workshop ', description: '' })).toEqual({ name: 'workshop', description: '' })
})
it('says what is missing or too long, as the server counts', () => {
  expect(misfitOf('name', '  ')).toEqual({ kind: 'missing' })
  expect(misfitOf('name', ` ${'n'.repeat(255)} `)).toBe(null)
  expect(misfitOf('name', 'n'.repeat(256))).toEqual({ kind: 'tooLong', most: 255, count: 256 })
  expect(misfitOf('email', '')).toBe(null)
  expect(misfitOf('email', 'e'.repeat(256))).toMatchObject({ kind: 'tooLong' })
})
it('finds the fields that both have changed, to something else', () => {
  expect(meanwhileIn(before, { ...before, name: 'theirs' }, { name: 'mine' })).toEqual(['name'])
  expect(meanwhileIn(before, { ...before, name: 'mine' }, { name: 'mine' })).toEqual([])
  expect(meanwhileIn(before, { ...before, description: 'theirs' }, { name: 'mine' })).toEqual([])
})
