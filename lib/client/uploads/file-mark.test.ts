import { describe, expect, it } from 'vitest'
import { isIntact, isSameFile, likenessOf, markFile } from './file-mark'

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

describe('likenessOf', () => {
  const dated = (lastModified: number, name = 'disk.img', content = bytes) => new File([content], name, { lastModified })
  const likeness = async (found: File) => likenessOf(found, await markFile(dated(1000)))

  it('takes a file of the same date, under any name', async () => {
    expect(await likeness(dated(1000))).toBe('same')
    expect(await likeness(dated(1000, 'copy.img'))).toBe('same')
  })
  it('sees that a file has another date, although its samples are the same', async () => {
    const changed = bytes.slice()
    changed[1.2 * mib] = 7
    expect(await likeness(dated(2000, 'disk.img', changed))).toBe('changed')
    expect(await likeness(dated(2000, 'copy.img'))).toBe('changed')
  })
  it('sees that a file of that name has grown, and that another is another', async () => {
    expect(await likeness(dated(2000, 'disk.img', bytes.slice(1)))).toBe('changed')
    expect(await likeness(dated(1000, 'other.img', bytes.slice(1)))).toBe('other')
  })
})

describe('isIntact', () => {
  it('holds for the file as it was marked, an empty one too', async () => {
    for (const content of [bytes, new Uint8Array()]) {
      const whole = file(content)
      expect(await isIntact(whole, await markFile(whole))).toBe(true)
    }
  })
  it('does not for a file that cannot be read any more', async () => {
    const whole = file(bytes)
    const mark = await markFile(whole)
    whole.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')) }) as Blob
    expect(await isIntact(whole, mark)).toBe(false)
  })
})
