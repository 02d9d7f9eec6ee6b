import { describe, expect, it } from 'vitest'
import type { ImageView } from './image-view'
import { editedOwnFields, ownFieldMisfits, ownFieldPatch } from './own-fields'
import { rebase, withProperty } from './properties/property-changes'

const image = {
  ...{ name: 'debian', min_disk: 2, min_ram: 512, disk_format: 'qcow2', container_format: null },
  ...{ protected: false, os_hidden: false, tags: ['linux'], os_distro: 'debian' },
} as unknown as ImageView
const before = editedOwnFields.read(image)

describe('the own fields of an image', () => {
  it('are all that is edited; a custom property or a tag is none of them', () => {
    expect(before.tags).toEqual([])
    expect(Object.keys(before.properties).sort()).toEqual([
      'disk_format',
      'min_disk',
      'min_ram',
      'name',
      'os_hidden',
      'protected',
    ])
  })
  it('become a patch of what differs, in the types of the API', () => {
    const changes = { name: 'debian-13', min_ram: '1024', protected: 'true', container_format: 'bare' }
    const after = Object.entries(changes).reduce((fields, [name, value]) => withProperty(fields, name, value), before)
    expect(ownFieldPatch(before, after)).toEqual([
      { op: 'replace', path: '/container_format', value: 'bare' },
      { op: 'replace', path: '/min_ram', value: 1024 },
      { op: 'replace', path: '/name', value: 'debian-13' },
      { op: 'replace', path: '/protected', value: true },
    ])
    expect(ownFieldPatch(before, before)).toEqual([])
  })
  it('can be unset', () => {
    expect(ownFieldPatch(before, withProperty(before, 'name', null))).toEqual([{ op: 'replace', path: '/name', value: null }])
  })
  it('take whole numbers within the bounds of the API', () => {
    expect(ownFieldMisfits(withProperty(before, 'name', 'x'.repeat(256)))).toEqual(['name'])
    const wrong = (value: string) => ownFieldMisfits(withProperty(before, 'min_disk', value))
    expect(wrong('0')).toEqual([])
    expect(wrong('2147483647')).toEqual([])
    for (const value of ['', '-1', '1.5', '1e3', '2147483648']) expect(wrong(value), value).toEqual(['min_disk'])
  })
  it('ask where somebody else has changed the same one', () => {
    const theirs = editedOwnFields.read({ ...image, name: 'theirs', min_disk: 4 })
    const { fields, conflicts } = rebase(before, withProperty(before, 'name', 'yours'), theirs)
    expect(conflicts).toEqual([{ name: 'name', before: 'debian', yours: 'yours', theirs: 'theirs' }])
    expect(fields.properties.min_disk).toBe('4')
  })
})
