import { describe, expect, it } from 'vitest'
import { isSpaced, nameMisfit, readPasted } from './new-properties'

describe('a new property', () => {
  it.each([
    ['', 'required'],
    ['os_glance_import_task', 'reserved'],
    ['checksum', 'base'],
    ['deleted', 'reserved'],
    ['hw_disk_bus', 'taken'],
    ['x'.repeat(256), 'long'],
    ['my_key', null],
  ])('is checked by its name: %s', (name, misfit) => expect(nameMisfit(name, ['hw_disk_bus'])).toBe(misfit))
})

it('knows a name that has a space within', () => {
  expect(['my field', 'tab\tbed', ' my_field '].map(isSpaced)).toEqual([true, true, false])
})

describe('pasted lines', () => {
  it('are read up to the first =, without comments', () => {
    const { properties, misfits } = readPasted(
      '# from the wiki\r\nhw_disk_bus = scsi\n\nos_command_line=root=/dev/vda ro\nempty=',
    )
    expect(properties).toEqual([
      ['hw_disk_bus', 'scsi'],
      ['os_command_line', 'root=/dev/vda ro'],
      ['empty', ''],
    ])
    expect(misfits).toEqual([])
  })

  it('say which line cannot be used, and why', () => {
    expect(readPasted('nothing\na=1\na=2\nos_glance_x=1\n=1').misfits).toEqual([
      { line: 1, reason: 'form' },
      { line: 3, reason: 'taken' },
      { line: 4, reason: 'reserved' },
      { line: 5, reason: 'required' },
    ])
  })
})
