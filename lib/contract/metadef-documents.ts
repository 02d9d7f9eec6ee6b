import { z } from 'zod'
import { metadefDefinitions, metadefShapes } from './metadefs'

type Json = Record<string, unknown>

/** A schema of metadata definitions as the API serves it; made from what checks their input. */
export interface MetadefDocument extends Json {
  name: string
  properties: Json
}

/** A field; the items of a list that a namespace holds have properties. */
interface FieldOfList extends Json {
  items?: { properties?: Record<string, Json> }
}

type Kind = keyof typeof metadefShapes

const time = { type: 'string', format: 'date-time', readOnly: true }
const times = {
  created_at: { ...time, description: 'Date and time of creation' },
  updated_at: { ...time, description: 'Date and time of the last change' },
}
const links = { self: { type: 'string', readOnly: true }, schema: { type: 'string', readOnly: true } }

/** What an answer has beyond what a client may write. */
const readOnlyFields: Record<Kind, Json> = {
  namespace: { ...times, ...links },
  resource_type: times,
  property: {},
  object: { ...times, ...links },
  tag: times,
}

/** Documents are named after the route, but for those of associations. */
const titles: Record<Kind, [one: string, many: string]> = {
  namespace: ['namespace', 'namespaces'],
  resource_type: ['resource_type_association', 'resource_type_associations'],
  property: ['property', 'properties'],
  object: ['object', 'objects'],
  tag: ['tag', 'tags'],
}

const routeNames: Record<string, { kind: Kind; many: boolean }> = Object.fromEntries(
  (Object.keys(metadefShapes) as Kind[]).flatMap((kind) => [
    [kind, { kind, many: false }],
    [kind === 'property' ? 'properties' : `${kind}s`, { kind, many: true }],
  ]),
)

/** The document at `/v2/schemas/metadefs/<name>`; undefined for a name that has none. */
export function metadefDocument(name: string): MetadefDocument | undefined {
  const found = Object.hasOwn(routeNames, name) ? routeNames[name] : undefined
  return found && (found.many ? listDocument(found.kind) : oneDocument(found.kind))
}

function oneDocument(kind: Kind): MetadefDocument {
  const { properties, required } = jsonSchema(metadefShapes[kind])
  return {
    name: titles[kind][0],
    properties: { ...withLooseParts(properties as Record<string, FieldOfList>), ...readOnlyFields[kind] },
    required,
    additionalProperties: false,
    definitions: definitions(),
  }
}

function listDocument(kind: Kind): MetadefDocument {
  const { definitions: shared, ...one } = oneDocument(kind)
  const [, many] = titles[kind]
  const text = { type: 'string' }
  const entries = kind === 'property' ? { type: 'object', additionalProperties: withoutName(one) } : { type: 'array', items: one }
  return {
    name: many,
    properties: { [many]: entries, first: text, next: text, schema: text },
    links: [
      { rel: 'first', href: '{first}' },
      { rel: 'next', href: '{next}' },
      { rel: 'describedby', href: '{schema}' },
    ],
    definitions: shared,
  }
}

/** In a map of properties the key is the name. */
function withoutName({ required, ...document }: MetadefDocument): Json {
  return { ...document, required: (required as string[]).filter((field) => field !== 'name') }
}

/** What a namespace holds is named here without limits, as in Glance's document: each part has a document of its own. */
function withLooseParts(fields: Record<string, FieldOfList>): Json {
  const loose = Object.entries(fields).map(([name, field]) => {
    const parts = field.items?.properties
    return [name, parts ? { ...field, items: { type: 'object', properties: withoutLimits(parts) } } : field]
  })
  return Object.fromEntries(loose)
}

function withoutLimits(fields: Record<string, Json>): Json {
  const written = Object.entries(fields).filter(([name]) => !(name in times || name in links))
  return Object.fromEntries(written.map(([name, { maxLength: _, ...field }]) => [name, field]))
}

function definitions(): Json {
  return jsonSchema(z.object(metadefDefinitions)).definitions as Json
}

/** Only a document as a whole says that there is nothing else, and safe integers are no limit of ours. */
function jsonSchema(shape: z.ZodType): Json {
  const override = ({ jsonSchema: schema }: { jsonSchema: Json }) => {
    if (schema.additionalProperties === false) delete schema.additionalProperties
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
    delete schema.propertyNames
  }
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-7', io: 'input', override }) as Json
  return schema
}
