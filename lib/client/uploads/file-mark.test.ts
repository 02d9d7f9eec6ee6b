import { expect, it } from 'vitest'
import { isSameFile, markFile } from './file-mark'

const mib = 1024 * 1024
const bytes = new Uint8Array(5 * mib).map((_, index) => (index * 31) % 251)
const file = (content: Uint8Array<ArrayBuffer>, name = 'disk.img') => new File([content], name)

it('knows the same bytes under another name', async () => {
  expect(await isSameFile(file(bytes, 'copy.img'), await markFile(file(bytes)))).toBe(true)
})

it('does not take a file of another size', async () => {
  expect(await isSameFile(file(bytes.slice(1)), await markFile(file(bytes)))).toBe(false)
})

it.each([0, 2.5 * mib, 5 * mib - 1])('sees a changed byte at %i', async (at) => {
  const changed = bytes.slice()
  changed[at] = (changed[at] as number) ^ 1
  expect(await isSameFile(file(changed), await markFile(file(bytes)))).toBe(false)
})
