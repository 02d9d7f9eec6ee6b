import { describe, expect, it } from 'vitest'
import { byteCount } from './byte-count'

describe('a number of bytes', () => {
  it.each([
    ['0', 0],
    ['1048576', 1048576],
    ['7B', 7],
    ['512KB', 524288],
    ['1.5 mb', 1572864],
    [' 2GB ', 2147483648],
    ['3TB', 3298534883328],
  ])('%j is %d', (text, bytes) => expect(byteCount(text)).toBe(bytes))
  it.each(['', 'KB', '-1', '1PB', '1 K', '1e3', '99999999TB'])('%j is none', (text) => {
    expect(() => byteCount(text)).toThrow('expected a number of bytes')
  })
})
