import { type ImageFormats, imageFields, uuid } from './image-fields'
import { memberStatuses } from './member'
import { taskSchema, tasksSchema } from './task-documents'

interface Link {
  rel: string
  href: string
}

/** A schema as the API serves it: clients learn from it which fields exist and which are custom properties. */
export interface SchemaDocument {
  name: string
  properties: Readonly<Record<string, unknown>>
  additionalProperties?: unknown
  links?: readonly Link[]
}

/** The document at `/v2/schemas/<name>`; undefined for a name that has none. */
export function schemaDocument(name: string, formats: ImageFormats): SchemaDocument | undefined {
  return Object.hasOwn(documents, name) ? documents[name as keyof typeof documents](formats) : undefined
}

const documents = {
  image: imageSchema,
  images: imagesSchema,
  member: memberSchema,
  members: membersSchema,
  task: taskSchema,
  tasks: tasksSchema,
}

function imageSchema(formats: ImageFormats): SchemaDocument {
  return {
    name: 'image',
    properties: imageFields(formats),
    additionalProperties: { type: 'string' },
    links: [
      { rel: 'self', href: '{self}' },
      { rel: 'enclosure', href: '{file}' },
      { rel: 'describedby', href: '{schema}' },
    ],
  }
}

function imagesSchema(formats: ImageFormats): SchemaDocument {
  const text = { type: 'string' }
  return {
    name: 'images',
    properties: {
      images: { type: 'array', items: imageSchema(formats) },
      first: text,
      next: text,
      schema: text,
    },
    links: [
      { rel: 'first', href: '{first}' },
      { rel: 'next', href: '{next}' },
      { rel: 'describedby', href: '{schema}' },
    ],
  }
}

function memberSchema(): SchemaDocument {
  const time = (description: string) => ({ type: 'string', description })
  return {
    name: 'member',
    properties: {
      created_at: time('Date and time of image member creation'),
      image_id: { type: 'string', pattern: uuid, description: 'An identifier for the image' },
      member_id: { type: 'string', description: 'An identifier for the image member (tenantId)' },
      status: { type: 'string', enum: memberStatuses, description: 'The status of this image member' },
      updated_at: time('Date and time of last modification of image member'),
      schema: { readOnly: true, type: 'string' },
    },
  }
}

function membersSchema(): SchemaDocument {
  return {
    name: 'members',
    properties: { members: { type: 'array', items: memberSchema() }, schema: { type: 'string' } },
    links: [{ rel: 'describedby', href: '{schema}' }],
  }
}
