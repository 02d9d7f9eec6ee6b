import type { PropertySchema } from '@/lib/contract/metadefs'
import type { PropertyChange } from './property-changes'

/** How a property is edited. Values are always text: the Image service knows no other. */
export type PropertyControl =
  | { kind: 'text' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'toggle' }
  | { kind: 'number'; whole: boolean; minimum?: number | undefined; maximum?: number | undefined }
  | { kind: 'list'; choices: readonly string[] }

/** What of a value does not fit its definition; it is said and not forbidden. */
export type ValueMisfit = 'choice' | 'toggle' | 'number' | 'range' | 'pattern' | 'length' | 'elements' | 'count'

/** The control that fits a definition; text where there is none. */
export function controlOf(schema: PropertySchema | undefined): PropertyControl {
  if (schema?.enum?.length) return { kind: 'choice', choices: schema.enum.map(String) }
  switch (schema?.type) {
    case 'boolean':
      return { kind: 'toggle' }
    case 'integer':
    case 'number':
      return { kind: 'number', whole: schema.type === 'integer', minimum: schema.minimum, maximum: schema.maximum }
    case 'array':
      return { kind: 'list', choices: schema.items?.enum?.map(String) ?? [] }
    default:
      return { kind: 'text' }
  }
}

const spellings = { true: ['true', 'yes', 'on', '1', 't', 'y'], false: ['false', 'no', 'off', '0', 'f', 'n'] } as const

/** What a text says as a boolean, in the spellings that OpenStack's services take; null where it says neither. */
export function booleanOf(value: string): boolean | null {
  const text = value.trim().toLowerCase()
  if (spellings.true.some((spelling) => spelling === text)) return true
  return spellings.false.some((spelling) => spelling === text) ? false : null
}

/** Why a value does not fit its definition; null where it does, or where nothing is defined. */
export function misfitOf(schema: PropertySchema | undefined, value: string): ValueMisfit | null {
  const control = controlOf(schema)
  if (control.kind === 'choice') return control.choices.includes(value) ? null : 'choice'
  if (control.kind === 'toggle') return booleanOf(value) === null ? 'toggle' : null
  if (control.kind === 'number') return numberMisfit(control, value)
  return schema ? (control.kind === 'list' ? listMisfit(control.choices, schema, value) : textMisfit(schema, value)) : null
}

function textMisfit({ minLength, maxLength, pattern }: PropertySchema, value: string): ValueMisfit | null {
  if (!isWithin([...value].length, minLength, maxLength)) return 'length'
  return pattern !== undefined && !matches(pattern, value) ? 'pattern' : null
}

function listMisfit(choices: readonly string[], schema: PropertySchema, value: string): ValueMisfit | null {
  if (isOperation(value)) return null
  const elements = listOf(value)
  if (elements.some((element) => isStranger(choices, element))) return 'elements'
  return isWithin(elements.length, schema.minItems, schema.maxItems) ? null : 'count'
}

/** Whether the definition of a list names its elements, and not this one. */
export function isStranger(choices: readonly string[], element: string): boolean {
  return choices.length > 0 && !choices.includes(element)
}

/** Whether a list is written with the operators of flavors, such as <or>: text of its own. */
export function isOperation(value: string): boolean {
  return value.startsWith('<')
}

/** From where to where a number, a text's length or the length of a list is to be, if the definition says so. */
export function boundsOf(schema: PropertySchema | undefined): { minimum: number | undefined; maximum: number | undefined } {
  const { kind } = controlOf(schema)
  if (kind === 'number') return { minimum: schema?.minimum, maximum: schema?.maximum }
  if (kind === 'list') return { minimum: schema?.minItems, maximum: schema?.maxItems }
  return { minimum: schema?.minLength, maximum: schema?.maxLength }
}

function isWithin(number: number, minimum = number, maximum = number): boolean {
  return number >= minimum && number <= maximum
}

function numberMisfit({ whole, minimum, maximum }: PropertyControl & { kind: 'number' }, value: string): ValueMisfit | null {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) return 'number'
  return isWithin(number, minimum, maximum) ? null : 'range'
}

/** A pattern that this browser cannot read forbids nothing. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return true
  }
}

/** What a property that was just added holds: the definition's default, else nothing yet, because nobody has chosen. */
export function firstValue({ default: value }: PropertySchema): string {
  return value === undefined || value === null ? '' : String(value)
}

/** Whether a property that the image does not have yet still waits for its value: the definition knows no empty one. */
export function lacksValue(schema: PropertySchema | undefined, { before, after }: Omit<PropertyChange, 'name'>): boolean {
  if (before !== null || after !== '') return false
  const control = controlOf(schema)
  return control.kind === 'choice' ? !control.choices.includes('') : control.kind === 'toggle' || control.kind === 'number'
}

/** The elements of a list as properties hold it: separated by commas. */
export function listOf(value: string): string[] {
  return [...new Set(value.split(/[,，]/).map((element) => element.trim()))].filter((element) => element !== '')
}
