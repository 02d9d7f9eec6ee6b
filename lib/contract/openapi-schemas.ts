import { bodySchemas } from './documents/body-schemas'
import type { ImageFormats } from './image-fields'
import { metadefDocument } from './metadef-documents'
import { schemaDocument } from './schema-documents'

/** A schema's name where OpenAPI allows no slash. */
const componentName = (schema: string) => schema.replace('/', '.')

export const schemaReference = (schema: string) => ({ $ref: `#/components/schemas/${componentName(schema)}` })

/** The schemas of these names: documents of `/v2/schemas` as they are served, and the other bodies. */
export function componentSchemas(names: readonly string[], formats: ImageFormats): Record<string, unknown> {
  const bodies = bodySchemas(formats)
  const found = [...new Set(names)].toSorted().map((name) => {
    const schema = bodies[name] ?? servedSchema(name, formats)
    if (!schema) throw new Error(`There is no schema of the name ${name}`)
    return [componentName(name), schema] as const
  })
  return Object.fromEntries(found)
}

/** Its references are to definitions inside it, which now stands deeper. */
function servedSchema(name: string, formats: ImageFormats): unknown {
  const document = name.startsWith('metadefs/') ? metadefDocument(name.slice('metadefs/'.length)) : schemaDocument(name, formats)
  if (!document) return undefined
  const text = JSON.stringify({ type: 'object', ...document })
  return JSON.parse(text.replaceAll('"#/definitions/', `"#/components/schemas/${componentName(name)}/definitions/`))
}
