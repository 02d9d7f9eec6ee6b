import { describe, expect, it } from 'vitest'
import { hasDrafts, noDrafts, type PropertyDrafts, takeIn } from './property-drafts'

const fields = { properties: { note: 'one', disks: 'ide' }, tags: ['old'] }
const taken = (drafts: Partial<PropertyDrafts>) => takeIn(fields, { ...noDrafts, ...drafts })

describe('what was typed and not added', () => {
  it('is there as soon as one can see it', () => {
    const has = (drafts: Partial<PropertyDrafts>) => hasDrafts({ ...noDrafts, ...drafts }, fields)
    expect([{}, { name: ' ' }, { elements: { gone: 'x' } }].map(has)).toEqual([false, false, false])
    expect([{ name: 'a' }, { value: 'b' }, { lines: '#' }, { tag: 'c' }, { elements: { disks: 'x' } }].map(has)).toEqual(
      Array(5).fill(true),
    )
  })

  it('is added where it is whole', () => {
    const drafts = {
      name: ' cost ',
      value: '4711',
      lines: 'a=1\nnote=two',
      tag: 'new, old',
      elements: { disks: 'scsi', gone: 'x' },
    }
    expect(taken(drafts)).toEqual({
      fields: { properties: { note: 'two', disks: 'ide,scsi', cost: '4711', a: '1' }, tags: ['new', 'old'] },
      misfits: [],
    })
    expect(taken({})).toEqual({ fields, misfits: [] })
  })

  it('stays where it is not, with the field to mend', () => {
    const misfits = (drafts: Partial<PropertyDrafts>) => {
      const { fields: after, misfits: found } = taken(drafts)
      expect(after).toEqual(fields)
      return found
    }
    expect(misfits({ value: '1' })).toEqual(['name'])
    expect(misfits({ name: 'note', value: '1' })).toEqual(['name'])
    expect(misfits({ name: 'checksum', value: '1' })).toEqual(['name'])
    expect(misfits({ name: 'cost' })).toEqual(['value'])
    expect(misfits({ name: 'cost', lines: 'a=1\nnothing' })).toEqual(['value', 'lines'])
  })
})
