import { readFileSync } from 'node:fs'
import { ConfigError } from '../config-file'

export const propertyOperations = ['create', 'read', 'update', 'delete'] as const
export type PropertyOperation = (typeof propertyOperations)[number]

/** One section of the file: which properties it is about, and what stands after each operation. */
export interface ProtectionSection {
  pattern: RegExp
  allowed: Readonly<Record<PropertyOperation, ProtectionWords>>
}

/** Roles or a policy, `@` or `!`, and the line where they stand. */
export interface ProtectionWords {
  line: number
  words: readonly string[]
}

interface Draft {
  line: number
  pattern: RegExp
  allowed: Partial<Record<PropertyOperation, ProtectionWords>>
}

/**
 * Reads `property_protection_file`: sections whose heading is a regular expression, each with the words of `create`, `read`,
 * `update` and `delete`, in the order of the file. Throws ConfigError with file and line.
 */
export function readProtectionFile(file: string): ProtectionSection[] {
  const sections: Draft[] = []
  for (const [index, raw] of readText(file).split(/\r?\n/).entries()) {
    const text = raw.trim()
    if (text === '' || /^[#;]/.test(text)) continue
    const at = { file, line: index + 1 }
    // The heading goes to the last bracket: a regular expression may hold brackets of its own.
    const heading = /^\[(.+)\]$/.exec(text)?.[1]
    if (heading !== undefined) sections.push({ line: at.line, pattern: readPattern(heading, at), allowed: {} })
    else readOperation(text, sections.at(-1), at)
  }
  return sections.map((section) => complete(section, file))
}

interface Place {
  file: string
  line: number
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`cannot read the property protections ${file}: ${(error as Error).message}`)
  }
}

/** Python's groups have another spelling for their names. */
function readPattern(text: string, at: Place): RegExp {
  try {
    return new RegExp(text.replaceAll('(?P<', '(?<'))
  } catch (error) {
    throw new ConfigError(`[${text}] is not a regular expression: ${(error as Error).message}`, at)
  }
}

function readOperation(text: string, section: Draft | undefined, at: Place) {
  const [, name = '', value = ''] = /^(\w+)\s*[=:]\s*(.*)$/.exec(text) ?? []
  const operation = propertyOperations.find((known) => known === name)
  if (!operation) throw new ConfigError(`expected "[section]" or ${propertyOperations.join(', ')}, found "${text}"`, at)
  if (!section) throw new ConfigError(`${name} stands in no section`, at)
  const words = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.includes('@') && words.includes('!')) throw new ConfigError('"@" (everybody) and "!" (nobody) exclude each other', at)
  section.allowed[operation] = { line: at.line, words }
}

function complete({ line, pattern, allowed }: Draft, file: string): ProtectionSection {
  const missing = propertyOperations.filter((operation) => !allowed[operation])
  if (missing.length > 0) throw new ConfigError(`the section [${pattern.source}] lacks ${missing.join(', ')}`, { file, line })
  return { pattern, allowed: allowed as ProtectionSection['allowed'] }
}
