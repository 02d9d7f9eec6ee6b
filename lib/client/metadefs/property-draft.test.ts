import { describe, expect, it } from 'vitest'
import type { PropertyInput } from '@/lib/contract/metadefs'
import { draftMisfits, draftOf, propertyOf } from './property-draft'

const full: PropertyInput = {
  ...{ name: 'cores', title: 'Cores', description: 'How many', type: 'integer' },
  ...{ operators: ['>=', '<in>'], minimum: 1, maximum: 8, enum: [1, 2, 4], default: 2, readonly: true },
}
const list: PropertyInput = {
  ...{ name: 'list', title: 'List', type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
  ...{ uniqueItems: true, minItems: 1, additionalItems: true },
}
const text = { ...draftOf(), name: 'bus', title: 'Bus' }

describe('the draft of a property', () => {
  it('means what it was made from', () => {
    for (const property of [full, list]) expect(propertyOf(draftOf(property), property)).toEqual(property)
  })
  it('loses with another type what was of the old one', () => {
    expect(propertyOf({ ...draftOf(full), type: 'boolean', default: 'true' })).toEqual({
      ...{ name: 'cores', title: 'Cores', description: 'How many', type: 'boolean' },
      ...{ operators: ['>=', '<in>'], default: true, readonly: true },
    })
  })
  it('leaves out what is empty', () => expect(propertyOf(text)).toEqual({ name: 'bus', title: 'Bus', type: 'string' }))
})

describe('what cannot be written of a draft', () => {
  it('is nothing where all fits', () => expect(draftMisfits(draftOf(full), ['other'])).toEqual({}))
  it.each([
    [{ name: 'taken' }, { name: 'taken' }],
    [{ name: 'x'.repeat(81) }, { name: 'long' }],
    [{ title: ' ' }, { title: 'required' }],
    [{ minLength: '-1' }, { minLength: 'number' }],
    [{ minLength: '9', maxLength: '3' }, { maxLength: 'order' }],
    [{ pattern: '(' }, { pattern: 'pattern' }],
    [{ enum: 'ide\nscsi', default: 'usb' }, { default: 'choice' }],
    [{ type: 'integer' as const, enum: '1\ntwo' }, { enum: 'number' }],
    [{ type: 'number' as const, maximum: '2', default: '2.5' }, { default: 'range' }],
    [{ type: 'boolean' as const, default: 'perhaps' }, { default: 'toggle' }],
  ])('is said field by field: %j', (changes, misfits) =>
    expect(draftMisfits({ ...text, ...changes }, ['taken'])).toEqual(misfits),
  )
})
