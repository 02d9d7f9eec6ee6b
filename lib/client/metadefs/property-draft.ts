import type { propertyTypes } from '@/lib/contract/metadef-words'
import type { PropertyInput } from '@/lib/contract/metadefs'
import { misfitOf, type ValueMisfit } from '../properties/property-control'
import { nameMisfit } from './part-name'

export type PropertyType = (typeof propertyTypes)[number]

/** A definition of a property while it is typed: text, and lists a line each. */
export interface PropertyDraft {
  name: string
  title: string
  description: string
  type: PropertyType
  default: string
  enum: string
  operators: string
  pattern: string
  minimum: string
  maximum: string
  minLength: string
  maxLength: string
  minItems: string
  maxItems: string
  itemType: PropertyType | ''
  itemEnum: string
  uniqueItems: boolean
  readonly: boolean
}

export type DraftMisfit = 'required' | 'long' | 'taken' | 'order' | ValueMisfit

export type DraftMisfits = Partial<Record<keyof PropertyDraft, DraftMisfit>>

/** The two limits that values of a type can have. */
export const limitsOf = {
  string: ['minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems'],
  boolean: null,
  object: null,
  null: null,
} as const satisfies Record<PropertyType, readonly (keyof PropertyDraft)[] | null>

/** Whether values of a type can be chosen from a list. */
export function hasChoices(type: PropertyType): boolean {
  return type === 'string' || type === 'integer' || type === 'number'
}

export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

const textOf = (value: unknown) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
const listText = (values: readonly unknown[] | undefined) => (values ?? []).map(textOf).join('\n')

/** The draft of a property as it is, or of a new one. */
export function draftOf(property?: PropertyInput): PropertyDraft {
  const given = property ?? { name: '', title: '', type: 'string' as const }
  return {
    ...{ name: given.name, title: given.title, description: given.description ?? '', type: given.type },
    ...{ default: textOf(given.default), enum: listText(given.enum), operators: listText(given.operators) },
    ...{ pattern: given.pattern ?? '', minimum: textOf(given.minimum), maximum: textOf(given.maximum) },
    ...{ minLength: textOf(given.minLength), maxLength: textOf(given.maxLength) },
    ...{ minItems: textOf(given.minItems), maxItems: textOf(given.maxItems) },
    ...{ itemType: given.items?.type ?? '', itemEnum: listText(given.items?.enum) },
    ...{ uniqueItems: given.uniqueItems ?? false, readonly: given.readonly ?? false },
  }
}

/** The definition that a draft means. What the form does not show stays as it was; what is of another type goes. */
export function propertyOf(draft: PropertyDraft, before?: PropertyInput): PropertyInput {
  const { type } = draft
  const operators = linesOf(draft.operators)
  const text = draft.description.trim()
  return {
    ...{ name: draft.name.trim(), title: draft.title.trim(), type },
    ...(text && { description: text }),
    ...(operators.length > 0 && { operators }),
    ...(before?.required && { required: before.required }),
    ...limits(draft),
    ...(hasChoices(type) && linesOf(draft.enum).length > 0 && { enum: linesOf(draft.enum).map((one) => valueIn(one, type)) }),
    ...(type === 'string' && draft.pattern && { pattern: draft.pattern }),
    ...(type === 'array' && elements(draft, before)),
    ...(draft.readonly && { readonly: true }),
    ...(draft.default !== '' && { default: valueIn(draft.default, type) }),
  }
}

function limits(draft: PropertyDraft): Partial<PropertyInput> {
  const set = (limitsOf[draft.type] ?? []).filter((limit) => draft[limit].trim() !== '')
  return Object.fromEntries(set.map((limit) => [limit, Number(draft[limit])]))
}

function elements({ itemType, itemEnum, uniqueItems }: PropertyDraft, before?: PropertyInput): Partial<PropertyInput> {
  const choices = linesOf(itemEnum)
  const items = {
    ...(itemType !== '' && { type: itemType }),
    ...(choices.length > 0 && { enum: choices.map((one) => valueIn(one, itemType || 'string')) }),
  }
  return {
    ...(Object.keys(items).length > 0 && { items }),
    ...(uniqueItems && { uniqueItems }),
    ...(before?.additionalItems !== undefined && { additionalItems: before.additionalItems }),
  }
}

function valueIn(text: string, type: PropertyType): unknown {
  if (type === 'integer' || type === 'number') return Number(text)
  if (type === 'boolean') return text === 'true'
  return text
}

const isNumber = (text: string) => text.trim() === '' || Number.isFinite(Number(text))
const isCount = (text: string) => text.trim() === '' || /^\d+$/.test(text.trim())

/** What of a draft cannot be written, field by field. */
export function draftMisfits(draft: PropertyDraft, taken: readonly string[]): DraftMisfits {
  const { type } = draft
  const name = nameMisfit(draft.name.trim(), taken)
  const numeric = type === 'integer' || type === 'number'
  return {
    ...(name && { name }),
    ...(draft.title.trim() === '' && { title: 'required' as const }),
    ...limitMisfits(draft),
    ...(numeric && !linesOf(draft.enum).every(isNumber) && { enum: 'number' as const }),
    ...(type === 'string' && !isPattern(draft.pattern) && { pattern: 'pattern' as const }),
    ...defaultMisfit(draft),
  }
}

function limitMisfits(draft: PropertyDraft): DraftMisfits {
  const names = limitsOf[draft.type]
  if (!names) return {}
  const [least, most] = names
  const fits = least === 'minimum' ? isNumber : isCount
  const wrong = names.filter((limit) => !fits(draft[limit]))
  if (wrong.length > 0) return Object.fromEntries(wrong.map((limit) => [limit, 'number' as const]))
  const both = draft[least].trim() !== '' && draft[most].trim() !== ''
  return both && Number(draft[least]) > Number(draft[most]) ? { [most]: 'order' } : {}
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

/** The default has to be what the draft itself asks of a value. */
function defaultMisfit(draft: PropertyDraft): DraftMisfits {
  if (draft.default === '' || draft.type === 'array') return {}
  const misfit = misfitOf(propertyOf({ ...draft, default: '' }), draft.default)
  return misfit ? { default: misfit } : {}
}
