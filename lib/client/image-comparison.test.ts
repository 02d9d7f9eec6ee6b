import { describe, expect, it } from 'vitest'
import { compareHref, compareImages } from './image-comparison'
import type { ImageView } from './image-view'

const image = { name: 'a', size: 1, min_disk: 0, checksum: null, tags: ['x', 'y'], os_distro: 'debian', same: 'yes' }
const a = image as unknown as ImageView
const b = { ...image, name: 'b', checksum: 'c', tags: ['y', 'x'], os_distro: undefined, hw_bus: '' } as unknown as ImageView
const { os_distro: _, ...withoutDistro } = b

describe('the comparison of two images', () => {
  const rows = compareImages(a, withoutDistro as ImageView)
  it('begins with what differs, fields before properties', () => {
    expect(rows.filter(({ differs }) => differs).map(({ name, property, values }) => [name, property, values])).toEqual([
      ['name', false, ['a', 'b']],
      ['checksum', false, [null, 'c']],
      ['hw_bus', true, [null, '']],
      ['os_distro', true, ['debian', null]],
    ])
    expect(rows.findIndex(({ differs }) => !differs)).toBe(4)
  })
  it('leaves out what an import has left empty', () => {
    const imported = { ...a, os_glance_failed_import: '', os_glance_importing_to_stores: 'fast' } as ImageView
    const names = compareImages(a, imported).map(({ name }) => name)
    expect(names).toContain('os_glance_importing_to_stores')
    expect(names).not.toContain('os_glance_failed_import')
  })
  it('takes tags in another order, and properties alike, for the same', () => {
    for (const name of ['tags', 'same', 'size']) expect(rows.find((row) => row.name === name)?.differs, name).toBe(false)
  })
  it('has an address, whatever the ids are', () => {
    expect(compareHref('1', '2')).toBe('/images/compare?a=1&b=2')
    expect(compareHref('a&b=c')).toBe('/images/compare?a=a%26b%3Dc')
  })
})
