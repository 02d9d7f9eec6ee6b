import { queryOptions } from '@tanstack/react-query'
import { type Resource, resources } from '@/lib/contract/documents/operation-document'
import type { OpenApiDocument, OperationObject } from '@/lib/contract/openapi'
import { api } from './api'
import type { Locale } from './locale'

/** An operation of the document, with all that a reader wants to know of it. */
export interface ReferenceEntry {
  method: string
  path: string
  operation: OperationObject
  /** The schema of the body that is sent, and of the one that comes back, with their media types. */
  request: ReferenceBody | undefined
  response: ReferenceBody | undefined
}

export interface ReferenceBody {
  media: string
  /** JSON Schema, ready to be read; undefined for bytes. */
  schema: string | undefined
}

export const referenceQuery = (language: Locale) =>
  queryOptions({
    queryKey: ['openapi', language],
    queryFn: ({ signal }) => api<OpenApiDocument>(`/api/openapi.json?language=${language}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The operations by resource, in the document's order. */
export function byResource(document: OpenApiDocument): [Resource, ReferenceEntry[]][] {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => entryOf(document, { path, method, operation })),
  )
  const found = resources.map((resource): [Resource, ReferenceEntry[]] => [
    resource,
    entries.filter(({ operation }) => operation.tags[0] === resource),
  ])
  return found.filter(([, own]) => own.length > 0)
}

interface Found {
  path: string
  method: string
  operation: OperationObject
}

function entryOf(document: OpenApiDocument, { path, method, operation }: Found): ReferenceEntry {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
  return {
    ...{ path, operation, method: method.toUpperCase() },
    request: bodyOf(document, operation.requestBody?.content),
    response: bodyOf(document, success?.content),
  }
}

function bodyOf(
  document: OpenApiDocument,
  content: Record<string, { schema?: { $ref: string } }> = {},
): ReferenceBody | undefined {
  const [first] = Object.entries(content)
  if (!first) return undefined
  const [media, { schema }] = first
  const name = schema?.$ref.split('/').at(-1)
  return { media, schema: name && JSON.stringify(document.components.schemas[name], null, 2) }
}

/** A command that does it, once the client's token and the path's names are filled in. */
export function curlOf({ method, path, request }: ReferenceEntry, origin: string): string {
  const lines = [`curl -i -X ${method} "${origin}${path}"`, '-H "X-Auth-Token: $OS_TOKEN"', '-H "Accept: application/json"']
  if (request) lines.push(`-H "Content-Type: ${request.media}"`)
  if (request) lines.push(request.schema ? "-d '{}'" : '--data-binary @FILE')
  return lines.join(' \\\n  ')
}
