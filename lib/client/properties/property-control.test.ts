import { describe, expect, it } from 'vitest'
import { booleanOf, controlOf, firstValue, isStranger, lacksValue, listOf, misfitOf } from './property-control'

const title = 'Some'
const cores = { title, type: 'integer', minimum: 1, maximum: 8 } as const

const choice = { title, type: 'string' as const, enum: ['virtio', 'scsi'] }

describe('the control of a property', () => {
  it('follows the type of its definition', () => {
    expect(controlOf(undefined)).toEqual({ kind: 'text' })
    expect(controlOf({ title, type: 'string' })).toEqual({ kind: 'text' })
    expect(controlOf({ title, type: 'boolean' })).toEqual({ kind: 'toggle' })
    expect(controlOf({ title, type: 'array' })).toEqual({ kind: 'list', choices: [] })
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

  it('marks texts that are too short or too long, by characters', () => {
    const word = { title, type: 'string' as const, minLength: 2, maxLength: 3 }
    expect(['a', 'ab', '🐧🐧🐧', 'abcd'].map((value) => misfitOf(word, value))).toEqual(['length', null, null, 'length'])
  })

  it('marks elements that a list does not name, and too many or too few', () => {
    const disks = { title, type: 'array' as const, items: { enum: ['ide', 'scsi', 'virtio'] }, minItems: 1, maxItems: 2 }
    expect(controlOf(disks)).toEqual({ kind: 'list', choices: ['ide', 'scsi', 'virtio'] })
    expect(misfitOf(disks, 'ide,tape')).toBe('elements')
    expect(misfitOf(disks, '')).toBe('count')
    expect(misfitOf(disks, 'ide,scsi,virtio')).toBe('count')
    expect(misfitOf(disks, 'ide, scsi')).toBeNull()
    expect(misfitOf(disks, '<or> tape')).toBeNull()
    expect(['ide', 'tape'].map((element) => isStranger(['ide', 'scsi', 'virtio'], element))).toEqual([false, true])
  })

  it('begins with the default, else with nothing that nobody has chosen', () => {
    expect(
      [
        { ...cores, default: '4' },
        { ...choice, default: 'scsi' },
      ].map(firstValue),
    ).toEqual(['4', 'scsi'])
    expect(firstValue({ title, type: 'boolean', default: false })).toBe('false')
    const without = [cores, choice, { title, type: 'boolean' as const }, { title, type: 'string' as const }]
    expect(without.map(firstValue)).toEqual(['', '', '', ''])
  })

  it('waits for the value of what is new and cannot be empty', () => {
    const waits = (schema: Parameters<typeof lacksValue>[0], after: string | null, before: string | null = null) =>
      lacksValue(schema, { before, after })
    expect([choice, cores, { title, type: 'boolean' as const }].map((schema) => waits(schema, ''))).toEqual([true, true, true])
    expect([undefined, { title, type: 'string' as const }].map((schema) => waits(schema, ''))).toEqual([false, false])
    expect(waits({ ...choice, enum: ['', 'virtio'] }, '')).toBe(false)
    expect(waits(choice, 'floppy-drive')).toBe(false)
    expect(waits(choice, '', 'virtio')).toBe(false)
  })

  it('reads booleans as OpenStack does, and lists without repetitions', () => {
    expect(['True', 'yes', '0', 'off', ''].map(booleanOf)).toEqual([true, true, false, false, null])
    expect(listOf(' a, b,,a ')).toEqual(['a', 'b'])
  })
})
