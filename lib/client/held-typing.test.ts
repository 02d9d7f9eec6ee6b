import { describe, expect, it } from 'vitest'
import { afterKey, nothingTyped } from './held-typing'

const typing = (...keys: string[]) => keys.reduce(afterKey, nothingTyped)

describe('held typing', () => {
  it('keeps letters in their order, blanks and signs beyond the first plane too', () =>
    expect(typing('u', ' ', 'B', '𝕌')).toEqual({ text: 'u B𝕌', entered: false }))
  it('takes back by Backspace, and nothing from nothing', () =>
    expect(typing('Backspace', 'a', '𝕌', 'Backspace', 'c')).toEqual({ text: 'ac', entered: false }))
  it('ends with Enter', () => expect(typing('a', 'Enter', 'j', 'Backspace')).toEqual({ text: 'a', entered: true }))
  it('enters no empty text', () => expect(typing('Enter', ' ', 'Enter', 'a')).toEqual({ text: ' a', entered: false }))
  it('is not changed by keys without a letter', () => expect(typing('a', 'Shift', 'ArrowUp', 'Dead')).toEqual(typing('a')))
})
