import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type SiteProperties, siteProperties } from '@/lib/contract/image-fields'
import { ConfigError } from './config-file'

const text = z.enum(['string', 'null'])

/** What the schema may say of a property: custom properties are kept as text. */
const property = z.looseObject({
  type: z.union([text, z.array(text).min(1)], { error: 'must be string, null or both: properties are kept as text' }).optional(),
  description: z.string().optional(),
  enum: z.array(z.string().nullable()).optional(),
  pattern: z.string().refine(compiles, 'is not a regular expression').optional(),
  maxLength: z.int().min(0).optional(),
})
const properties = z.record(z.string(), property)
const extended = z.strictObject({ properties, required: z.array(z.string()).default([]) })

/**
 * The operator's `schema-image.json`: the file that is named, else the one beside the first configuration file that has
 * one; undefined where there is none. A plain map of properties, or one with `required`. Throws ConfigError.
 */
export function readImageSchema(named: string, configFiles: readonly string[]): SiteProperties | undefined {
  const beside = configFiles.map((file) => join(dirname(file), 'schema-image.json'))
  const file = named || beside.find((candidate) => existsSync(candidate))
  if (file === undefined) return undefined
  const document = readJson(file)
  const isExtended =
    typeof document === 'object' && document !== null && Object.keys(document).every((key) => key in extended.shape)
  const parsed = (isExtended ? extended : properties.transform((map) => ({ properties: map, required: [] }))).safeParse(document)
  if (!parsed.success) {
    const misfits = parsed.error.issues.map(({ path, message }) => `${path.join('/')} ${message}`)
    throw new ConfigError(`the image schema ${file} cannot be used: ${misfits.join('; ')}`)
  }
  return siteProperties(parsed.data.properties, parsed.data.required)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigError(`cannot read the image schema ${file}: ${(error as Error).message}`)
  }
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}
