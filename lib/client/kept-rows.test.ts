import { expect, it } from 'vitest'
import { withFocused } from './kept-rows'

it('keeps the row that has the focus and its neighbours', () =>
  expect(withFocused([40, 41, 42], 7, 500)).toEqual([6, 7, 8, 40, 41, 42]))
it('has each row once', () => expect(withFocused([40, 41], 41, 500)).toEqual([40, 41, 42]))
it('does not go past the ends', () => {
  expect(withFocused([5], 0, 6)).toEqual([0, 1, 5])
  expect(withFocused([0], 5, 6)).toEqual([0, 4, 5])
})
it('keeps none where none has the focus', () => expect(withFocused([1, 2], -1, 3)).toEqual([1, 2]))
