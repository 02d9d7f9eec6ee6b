import { z } from 'zod'
import type { FieldSchema } from './image-fields'
import { longestName } from './image-fields'

// UTF-8 has no lone surrogates, and PostgreSQL keeps no NUL.
const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Lengths count characters, as databases do, not UTF-16 units. */
const within = (maxLength: number) => (text: string) => text.length <= maxLength || [...text].length <= maxLength

function checkOf(schema: FieldSchema): z.ZodType {
  const types = [schema.type ?? 'string'].flat()
  if (schema.enum) return z.literal([...schema.enum] as [string, ...string[]])
  const nullable = (check: z.ZodType) => (types.includes('null') ? check.nullable() : check)
  if (types.includes('integer')) {
    return nullable(
      z
        .int()
        .min(schema.minimum ?? Number.MIN_SAFE_INTEGER)
        .max(schema.maximum ?? Number.MAX_SAFE_INTEGER),
    )
  }
  if (types.includes('boolean')) return nullable(z.boolean())
  if (types.includes('array')) return nullable(z.array(checkOf(schema.items ?? {})))
  if (types.includes('object')) return nullable(z.record(z.string(), z.unknown()))
  return nullable(textCheck(schema))
}

function textCheck({ maxLength, pattern }: FieldSchema): z.ZodType {
  let check = z.string().refine(storable, 'must be text without NUL or unpaired surrogates')
  if (maxLength !== undefined) check = check.refine(within(maxLength), `must not be longer than ${maxLength} characters`)
  return pattern === undefined ? check : check.regex(new RegExp(pattern), `must fit ${pattern}`)
}

/** What is wrong with a field's value, in words; null when nothing is. */
export type FieldCheck = (name: string, value: unknown) => string | null

/** Glance's databases keep a property's value in 64 KiB. */
const mostBytes = 65535
const fits = (text: unknown) => new TextEncoder().encode(String(text)).length <= mostBytes
const customValue = checkOf({ type: 'string' }).refine(fits, `must not be longer than ${mostBytes} bytes`)
const customName = textCheck({ maxLength: longestName })

/** Makes the check of an image's fields. Names that the schema lacks are custom properties, whose values are strings. */
export function createFieldCheck(fields: Readonly<Record<string, FieldSchema>>): FieldCheck {
  const checks = new Map(Object.entries(fields).map(([name, schema]) => [name, checkOf(schema)]))
  return (name, value) => {
    const named = customName.safeParse(name)
    if (!named.success) return `The property name ${shown(name)} ${named.error.issues[0]?.message}`
    const parsed = (checks.get(name) ?? customValue).safeParse(value)
    return parsed.success ? null : `${name} cannot be ${shown(value)}: ${parsed.error.issues[0]?.message}`
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
