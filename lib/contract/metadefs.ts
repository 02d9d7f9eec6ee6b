import { z } from 'zod'
import { longestMetadefName, namespaceVisibilities, propertyTypes } from './metadef-words'
import { Problem } from './problem'

// UTF-8 has no lone surrogates, and PostgreSQL keeps no NUL.
const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Text of at most so many characters; databases count those, and not UTF-16 units. */
function text(maxLength?: number, minLength = 0) {
  const within = (value: string) => maxLength === undefined || [...value].length <= maxLength
  return z
    .string()
    .refine(storable, { message: 'must be text without NUL or unpaired surrogates', params: { misfit: 'unstorable' } })
    .refine(within, { message: `must not be longer than ${maxLength} characters`, params: { misfit: 'long', most: maxLength } })
    .refine((value) => value.length >= minLength, { message: 'must not be empty', params: { misfit: 'empty' } })
    .meta({ ...(maxLength !== undefined && { maxLength }) })
}

const name = text(longestMetadefName, 1)
const positiveInteger = z.int().min(0).meta({ id: 'positiveInteger' })
const positiveIntegerDefault0 = z.int().min(0).meta({ default: 0, id: 'positiveIntegerDefault0' })
const unique = (values: readonly string[]) => new Set(values).size === values.length
/** Glance keeps such a list in one text, separated by commas. */
const withoutComma = (value: string) => !value.includes(',')
const stringArray = z
  .array(text().refine(withoutComma, { message: 'must not contain a comma', params: { misfit: 'comma' } }))
  .refine(unique, { message: 'must not repeat', params: { misfit: 'repeated' } })
  .meta({ id: 'stringArray', uniqueItems: true })

/** What a property may hold: a part of JSON Schema, and how Nova may compare it. */
const propertyFields = {
  title: text().describe('What people call the property.'),
  description: text().optional(),
  operators: z.array(text()).optional().describe('Operators that may stand before a value in a flavor, such as <in> or >=.'),
  type: z.enum(propertyTypes),
  required: stringArray.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: positiveIntegerDefault0.optional(),
  maxLength: positiveInteger.optional(),
  pattern: text().meta({ format: 'regex' }).optional(),
  enum: z.array(z.unknown()).optional(),
  readonly: z.boolean().optional(),
  default: z.unknown().optional(),
  items: z
    .strictObject({ type: z.enum(propertyTypes).optional(), enum: z.array(z.unknown()).optional() })
    .optional()
    .describe('What each element of an array is.'),
  uniqueItems: z.boolean().meta({ default: false }).optional(),
  minItems: positiveIntegerDefault0.optional(),
  maxItems: positiveInteger.optional(),
  additionalItems: z.boolean().optional(),
}

const PropertySchema = z.strictObject(propertyFields)
export type PropertySchema = z.infer<typeof PropertySchema>

// A definition of its own, because clients find it by this name.
const property = z.strictObject({ ...propertyFields, name: name.optional() }).meta({ id: 'property' })

/** Properties by name. The name inside a property, which some files repeat, has no effect. */
const PropertyMap = z
  .record(text(longestMetadefName, 1), property)
  .transform(
    (map): Record<string, PropertySchema> =>
      Object.fromEntries(Object.entries(map).map(([key, { name: _, ...schema }]) => [key, schema])),
  )

const times = { created_at: z.unknown().optional(), updated_at: z.unknown().optional() }
const links = { self: z.unknown().optional(), schema: z.unknown().optional() }

const associationFields = {
  name: name.describe('The resource type, such as OS::Glance::Image.'),
  prefix: text(longestMetadefName).optional().describe('What the names of properties begin with on this type.'),
  properties_target: text(longestMetadefName)
    .optional()
    .describe('The part of the resource that takes the properties, where it has several: a volume has image and user metadata.'),
}
const objectFields = {
  name,
  description: text().optional(),
  required: stringArray.optional(),
  properties: PropertyMap.optional(),
}
const namespaceFields = {
  namespace: name.describe('The name that no other namespace has.'),
  display_name: text(longestMetadefName).optional().describe('The name that people see.'),
  description: text(500).optional(),
  visibility: z.enum(namespaceVisibilities).optional().describe('Who may read it: everybody, or its owner.'),
  protected: z.boolean().optional().describe('Whether it, and all that it holds, is safe from deletion.'),
  owner: text(255).optional().describe('The project that it belongs to.'),
}

/** Inside of a namespace each part may come as it was read, with times and links that nobody asked for. */
const nested = {
  resource_type_associations: z.array(z.strictObject({ ...associationFields, ...times })).optional(),
  properties: PropertyMap.optional(),
  objects: z.array(z.strictObject({ ...objectFields, ...times, ...links })).optional(),
  tags: z.array(z.strictObject({ name, ...times })).optional(),
}

/** Refuses what only the service may write, which in Glance is `forbidden` and not a misfit. */
function writable<T>(schema: z.ZodType<T>, readOnly: readonly string[]): z.ZodType<T> {
  return z.preprocess((body) => {
    const written = readOnly.filter((key) => typeof body === 'object' && body !== null && Object.hasOwn(body, key))
    if (written.length > 0) throw new Problem('forbidden', `Only the service itself writes ${written.join(' and ')}.`)
    return body
  }, schema)
}

const timeNames = ['created_at', 'updated_at']
const linkNames = ['self', 'schema', ...timeNames]

/** A whole namespace, as a file of definitions holds it or a client creates it. */
export const NamespaceDefinition = z.strictObject({ ...namespaceFields, ...nested })
export type NamespaceDefinition = z.infer<typeof NamespaceDefinition>

export const NamespaceInput = writable(NamespaceDefinition, linkNames)

/** A namespace's own attributes; the parts that clients send along have no effect. */
export const NamespaceChange = writable(
  z.strictObject({
    ...namespaceFields,
    resource_type_associations: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    objects: z.array(z.unknown()).optional(),
    tags: z.array(z.unknown()).optional(),
  }),
  linkNames,
)
export type NamespaceChange = z.infer<typeof NamespaceChange>

const Association = z.strictObject(associationFields)
export type AssociationInput = z.infer<typeof Association>
export const AssociationInput = writable(Association, timeNames)

const Property = z.strictObject({ name, ...propertyFields })
export type PropertyInput = z.infer<typeof Property>
export const PropertyInput = writable(Property, timeNames)

const MetadefObject = z.strictObject(objectFields)
export type ObjectInput = z.infer<typeof MetadefObject>
export const ObjectInput = writable(MetadefObject, linkNames)

const Tag = z.strictObject({ name })
export const TagInput = writable(Tag, timeNames)
export const TagListInput = z.strictObject({ tags: z.array(Tag) })

/** The documents' views of what a client may write, before read-only fields are added. */
export const metadefShapes = {
  namespace: NamespaceDefinition,
  resource_type: Association,
  property: Property,
  object: MetadefObject,
  tag: Tag,
} as const

/** Definitions that clients refer to from the documents. */
export const metadefDefinitions = { positiveInteger, positiveIntegerDefault0, stringArray, property } as const
