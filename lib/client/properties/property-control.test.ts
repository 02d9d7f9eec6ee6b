import { describe, expect, it } from 'vitest'
import { booleanOf, controlOf, firstValue, listOf, misfitOf } from './property-control'

const title = 'Some'
const cores = { title, type: 'integer', minimum: 1, maximum: 8 } as const

const choice = { title, type: 'string' as const, enum: ['virtio', 'scsi'] }

describe('the control of a property', () => {
  it('follows the type of its definition', () => {
    expect(controlOf(undefined)).toEqual({ kind: 'text' })
    expect(controlOf({ title, type: 'string' })).toEqual({ kind: 'text' })
    expect(controlOf({ title, type: 'boolean' })).toEqual({ kind: 'toggle' })
    expect(controlOf({ title, type: 'array' })).toEqual({ kind: 'list' })
    expect(controlOf(cores)).toEqual({ kind: 'number', whole: true, minimum: 1, maximum: 8 })
    expect(controlOf(choice)).toEqual({ kind: 'choice', choices: ['virtio', 'scsi'] })
  })

  it('marks what does not fit', () => {
    expect(misfitOf(choice, 'ide')).toBe('choice')
    expect(misfitOf(choice, 'scsi')).toBeNull()
    expect(misfitOf({ title, type: 'boolean' }, 'maybe')).toBe('toggle')
    expect(misfitOf(cores, '')).toBe('number')
    expect(misfitOf(cores, '1.5')).toBe('number')
    expect(misfitOf(cores, '9')).toBe('range')
    expect(misfitOf(cores, '8')).toBeNull()
    expect(misfitOf({ title, type: 'string', pattern: '^a+$' }, 'b')).toBe('pattern')
    expect(misfitOf({ title, type: 'string', pattern: '(' }, 'b')).toBeNull()
    expect(misfitOf(undefined, 'anything')).toBeNull()
  })

  it('begins with the default, else with the first value that fits', () => {
    expect(firstValue({ ...cores, default: '4' })).toBe('4')
    expect(firstValue(cores)).toBe('1')
    expect(firstValue(choice)).toBe('virtio')
    expect(firstValue({ title, type: 'boolean' })).toBe('true')
    expect(firstValue({ title, type: 'string' })).toBe('')
  })

  it('reads booleans as OpenStack does, and lists without repetitions', () => {
    expect(['True', 'yes', '0', 'off', ''].map(booleanOf)).toEqual([true, true, false, false, null])
    expect(listOf(' a, b,,a ')).toEqual(['a', 'b'])
  })
})
