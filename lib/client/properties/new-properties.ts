import { isBaseField, isReserved, longestName } from '@/lib/contract/image-fields'

/** Why a name cannot be a new property's. */
export type NameMisfit = 'required' | 'reserved' | 'base' | 'taken' | 'long'

/** Whether only the service writes what has this name. */
export function isReadOnly(name: string): boolean {
  return isReserved(name)
}

/** What is wrong with the name of a custom property; null where it can be had. */
export function nameMisfit(name: string, taken: Iterable<string>): NameMisfit | null {
  if (name === '') return 'required'
  if ([...name].length > longestName) return 'long'
  if (isBaseField(name)) return 'base'
  if (isReserved(name)) return 'reserved'
  return new Set(taken).has(name) ? 'taken' : null
}

/** Whether a name has a space in it: the service takes it, but no service of OpenStack reads such a property. */
export function isSpaced(name: string): boolean {
  return /\s/.test(name.trim())
}

interface Pasted {
  properties: [name: string, value: string][]
  /** Lines that say nothing usable, counted from 1. */
  misfits: { line: number; reason: NameMisfit | 'form' }[]
}

/** Reads `key=value` lines; empty ones and those that begin with # are passed over. */
export function readPasted(text: string): Pasted {
  const pasted: Pasted = { properties: [], misfits: [] }
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const at = line.indexOf('=')
    const name = line.slice(0, at).trim()
    const taken = pasted.properties.map(([other]) => other)
    const reason = at < 0 ? ('form' as const) : nameMisfit(name, taken)
    if (reason) pasted.misfits.push({ line: index + 1, reason })
    else pasted.properties.push([name, line.slice(at + 1).trim()])
  }
  return pasted
}
