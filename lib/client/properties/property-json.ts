import { pointerTo } from '../json-pointer'
import { JsonMisfit, type JsonSource, readJson } from '../json-source'
import { isReadOnly, type NameMisfit, nameMisfit } from './new-properties'
import { changesBetween, type EditedFields, type PropertyChange } from './property-changes'

/** What of a text is no set of properties, and where. */
export interface PropertyMisfit {
  /** RFC 6901; null where the text is not even JSON. */
  path: string | null
  line: number
  reason: JsonMisfit['reason'] | 'object' | 'text' | NameMisfit
  /** What was found there. */
  value: string
}

/** The properties that a person may write, as JSON. */
export function jsonOf({ properties }: EditedFields): string {
  const names = Object.keys(properties).filter((name) => !isReadOnly(name))
  return JSON.stringify(Object.fromEntries(names.sort().map((name) => [name, properties[name]])), null, 2)
}

/** What a JSON text would change of the fields; nothing where it does not fit. */
export function readPropertyJson(text: string, fields: EditedFields): { changes: PropertyChange[]; misfits: PropertyMisfit[] } {
  try {
    const source = readJson(text)
    const misfits = misfitsIn(source)
    return { changes: misfits.length > 0 ? [] : changesTo(source.value as Record<string, string>, fields), misfits }
  } catch (error) {
    if (!(error instanceof JsonMisfit)) throw error
    return { changes: [], misfits: [{ path: null, line: error.line, reason: error.reason, value: error.found }] }
  }
}

function misfitsIn({ value, lineOf }: JsonSource): PropertyMisfit[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path: '', line: 1, reason: 'object', value: '' }]
  return Object.entries(value).flatMap(([name, one]): PropertyMisfit[] => {
    const at = { path: pointerTo([name]), line: lineOf([name]), value: name }
    const misfit = nameMisfit(name, [])
    if (misfit) return [{ ...at, reason: misfit }]
    return typeof one === 'string' ? [] : [{ ...at, reason: 'text', value: JSON.stringify(one) }]
  })
}

function changesTo(wanted: Readonly<Record<string, string>>, fields: EditedFields): PropertyChange[] {
  const kept = Object.entries(fields.properties).filter(([name]) => isReadOnly(name))
  return changesBetween(fields, { ...fields, properties: { ...wanted, ...Object.fromEntries(kept) } })
}
