import { describe, expect, it } from 'vitest'
import { countChanges, type EditedFields, patchBetween, rebase, withProperty } from './property-changes'

const fields = (properties: Record<string, string>, tags: string[] = []): EditedFields => ({ properties, tags })

describe('the patch of an edit', () => {
  it('holds what differs and nothing else, with names escaped by RFC 6901', () => {
    const before = fields({ kept: '1', 'a/b~c': 'old', gone: 'x' })
    const after = fields({ kept: '1', 'a/b~c': 'new', 'os/~1': '' })
    expect(patchBetween(before, after)).toEqual([
      { op: 'replace', path: '/a~1b~0c', value: 'new' },
      { op: 'remove', path: '/gone' },
      { op: 'add', path: '/os~1~01', value: '' },
    ])
    expect(patchBetween(before, before)).toEqual([])
  })

  it('sends the tags only when they differ', () => {
    const before = fields({}, ['a', 'b'])
    expect(patchBetween(before, fields({}, ['b', 'a']))).toEqual([])
    expect(patchBetween(before, fields({}, ['a', 'c']))).toEqual([{ op: 'replace', path: '/tags', value: ['a', 'c'] }])
    expect(countChanges(before, fields({ new: '1' }, ['a']))).toBe(2)
  })

  it('knows properties that are called like what every object has', () => {
    const after = withProperty(fields({}), 'constructor', 'x')
    expect(patchBetween(fields({}), after)).toEqual([{ op: 'add', path: '/constructor', value: 'x' }])
  })
})

describe('changes on top of what others have saved', () => {
  const before = fields({ a: '1', b: '1', c: '1' }, ['x', 'y'])

  it('keep what others did to other properties and tags', () => {
    const yours = fields({ a: '2', b: '1', c: '1' }, ['x', 'mine'])
    const theirs = fields({ a: '1', c: '3', d: '4' }, ['x', 'y', 'their'])
    const { fields: result, conflicts } = rebase(before, yours, theirs)
    expect(conflicts).toEqual([])
    expect(result).toEqual(fields({ a: '2', c: '3', d: '4' }, ['mine', 'their', 'x']))
    expect(patchBetween(theirs, result).map(({ path }) => path)).toEqual(['/a', '/tags'])
  })

  it('conflict where both changed the same, be it by removal or by the same new name', () => {
    const yours = fields({ a: '2', c: '5', new: 'mine' })
    const theirs = fields({ a: '3', b: '9', c: '5', new: 'their' })
    expect(rebase(before, yours, theirs).conflicts).toEqual([
      { name: 'a', before: '1', yours: '2', theirs: '3' },
      { name: 'b', before: '1', yours: null, theirs: '9' },
      { name: 'new', before: null, yours: 'mine', theirs: 'their' },
    ])
  })
})
