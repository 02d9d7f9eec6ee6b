import { expect, it } from 'vitest'
import { isNameTooLong, nameFits } from './image-name'

it('takes what the Image API takes: 255 characters, however many units each has', () => {
  expect(nameFits('x'.repeat(255))).toBe(true)
  expect(nameFits('𝄞'.repeat(255))).toBe(true)
  expect(nameFits('x'.repeat(256))).toBe(false)
  expect(isNameTooLong('镜'.repeat(256))).toBe(true)
  expect(nameFits('  ')).toBe(false)
})
