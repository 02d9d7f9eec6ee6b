import { describe, expect, it } from 'vitest'
import type { EditedFields } from './property-changes'
import { jsonOf, readPropertyJson } from './property-json'

const fields: EditedFields = { properties: { b: '2', 'a/b': '1', os_glance_import_task: 'x' }, tags: ['t'] }
const misfits = (text: string) =>
  readPropertyJson(text, fields).misfits.map(({ path, line, reason, value }) => [path, line, reason, value])

describe('the properties of an image as JSON', () => {
  it('are those that a person may write, by name', () => {
    expect(jsonOf(fields)).toBe('{\n  "a/b": "1",\n  "b": "2"\n}')
    expect(readPropertyJson(jsonOf(fields), fields)).toEqual({ changes: [], misfits: [] })
  })
  it('change what differs, and leave alone what only the service writes', () => {
    expect(readPropertyJson('{"b": "3", "c": ""}', fields).changes).toEqual([
      { name: 'a/b', before: '1', after: null },
      { name: 'b', before: '2', after: '3' },
      { name: 'c', before: null, after: '' },
    ])
  })
  it('say by path and line what does not fit, and change nothing then', () => {
    const text = '{\n"b": 3,\n"checksum": "x",\n"os_glance_x": "1",\n"a/c": null\n}'
    expect(misfits(text)).toEqual([
      ['/b', 2, 'text', '3'],
      ['/checksum', 3, 'base', 'checksum'],
      ['/os_glance_x', 4, 'reserved', 'os_glance_x'],
      ['/a~1c', 5, 'text', 'null'],
    ])
    expect(readPropertyJson(text, fields).changes).toEqual([])
    expect(misfits('{"b": "1"\n"c": "2"}')).toEqual([[null, 2, 'unexpected', '"']])
    expect(misfits('["b"]')).toEqual([['', 1, 'object', '']])
  })
})
