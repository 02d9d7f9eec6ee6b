import { NamespaceDefinition } from '@/lib/contract/metadefs'

/** What a file of definitions lacks to be one: names the file, and the place in it. */
export class DefinitionError extends Error {}

/** Reads a namespace in Glance's JSON format; `file` is only named when that fails. */
export function parseDefinition(text: string, file: string): NamespaceDefinition {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new DefinitionError(`${file}: this is not JSON: ${(cause as Error).message}`, { cause })
  }
  const parsed = NamespaceDefinition.safeParse(value)
  if (parsed.success) return parsed.data
  const misfits = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('/') || 'the whole'}: ${message}`)
  throw new DefinitionError(misfits.join('\n'))
}
