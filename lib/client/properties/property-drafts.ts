import { nameMisfit, readPasted } from './new-properties'
import { type EditedFields, withProperty } from './property-changes'
import { listOf } from './property-control'

/** What stands in the fields for something new and has not been added yet. */
export interface PropertyDrafts {
  /** Of one custom property, with its value. */
  name: string
  value: string
  /** Many of them, as `key=value`. */
  lines: string
  tag: string
  /** More elements for properties that are lists, by their names. */
  elements: Readonly<Record<string, string>>
}

/** A field whose text cannot be added as it stands. */
export type DraftField = 'name' | 'value' | 'lines'

export const noDrafts: PropertyDrafts = { name: '', value: '', lines: '', tag: '', elements: {} }

/** Whether something is there that would be lost. */
export function hasDrafts({ elements, ...texts }: PropertyDrafts, { properties }: EditedFields): boolean {
  const shown = Object.keys(elements).filter((name) => Object.hasOwn(properties, name))
  return [...Object.values(texts), ...shown.map((name) => elements[name] ?? '')].some((text) => text.trim() !== '')
}

interface Taken {
  /** The fields with all that can be added. */
  fields: EditedFields
  /** Where the rest stands, from the top of the page on. */
  misfits: DraftField[]
}

/** Adds what stands there, as if the person had. */
export function takeIn(fields: EditedFields, drafts: PropertyDrafts): Taken {
  const custom = customMisfit(drafts, fields)
  const { properties, misfits } = readPasted(drafts.lines)
  const ready = misfits.length === 0 ? properties : []
  if (custom === null && drafts.name.trim() !== '') ready.unshift([drafts.name.trim(), drafts.value])
  const added = ready.reduce((all, [name, value]) => withProperty(all, name, value), withElements(fields, drafts))
  const tags = [...new Set([...fields.tags, ...listOf(drafts.tag)])].sort()
  return { fields: { ...added, tags }, misfits: [...(custom ? [custom] : []), ...(misfits.length > 0 ? ['lines' as const] : [])] }
}

/** A value that nobody has written is added by the button alone, which says so. */
function customMisfit({ name, value }: PropertyDrafts, { properties }: EditedFields): DraftField | null {
  if (name.trim() === '' && value === '') return null
  if (nameMisfit(name.trim(), Object.keys(properties))) return 'name'
  return value === '' ? 'value' : null
}

function withElements(fields: EditedFields, { elements }: PropertyDrafts): EditedFields {
  return Object.entries(elements).reduce((all, [name, text]) => {
    const value = all.properties[name]
    if (value === undefined || listOf(text).length === 0) return all
    return withProperty(all, name, listOf(`${value},${text}`).join(','))
  }, fields)
}
