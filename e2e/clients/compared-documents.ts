import type { Answer } from './client-answer'

type Json = Record<string, unknown>

const documents = [
  ...['image', 'images', 'member', 'members', 'task', 'tasks'],
  ...['namespace', 'resource_type', 'property', 'object', 'tag'].map((name) => `metadefs/${name}`),
  ...['namespaces', 'resource_types', 'properties', 'objects', 'tags'].map((name) => `metadefs/${name}`),
]

/** Every schema document of a service as a client that follows references reads it: values by their paths. */
export function documentsOf(url: string, token: string): Promise<Answer[]> {
  return Promise.all(
    documents.map(async (name) => {
      const answer = await fetch(`${url}/v2/schemas/${name}`, { headers: { 'X-Auth-Token': token, Accept: 'application/json' } })
      const { definitions = {}, ...document } = (await answer.json()) as Json
      return {
        asked: `schemas/${name}`,
        fields: { status: String(answer.status), ...leaves(resolved(document, definitions as Json)) },
      }
    }),
  )
}

/** A reference stands for what it names, and parts that all hold for one schema that has them. */
function resolved(schema: unknown, definitions: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => resolved(part, definitions))
  if (schema === null || typeof schema !== 'object') return schema
  const { $ref, allOf, ...own } = schema as Json
  const named = typeof $ref === 'string' ? [definitions[$ref.split('/').at(-1) ?? '']] : []
  const parts = [...named, ...(Array.isArray(allOf) ? allOf : [])].map((part) => resolved(part, definitions))
  return Object.assign(
    {},
    ...parts,
    Object.fromEntries(Object.entries(own).map(([name, part]) => [name, resolved(part, definitions)])),
  )
}

function leaves(value: unknown, path = ''): Record<string, string> {
  // The order of alternatives has no meaning.
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object' || part === null)) {
    return { [path]: JSON.stringify([...value].sort()) }
  }
  if (value === null || typeof value !== 'object') return { [path]: JSON.stringify(value) }
  // Descriptions are left out on purpose: each service uses its own words.
  const told = Object.entries(value).filter(([name, inner]) => name !== 'description' || typeof inner !== 'string')
  return Object.assign({}, ...told.map(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`)))
}
