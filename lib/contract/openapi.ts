import type { BodyDocument, OperationDocument, Saying } from './documents/operation-document'
import type { ImageFormats } from './image-fields'
import { componentSchemas, schemaReference } from './openapi-schemas'
import { documentOf } from './operation-document'
import { type Operation, operations } from './operations'

export type Language = keyof Saying

interface Options {
  formats: ImageFormats
  language: Language
}

interface Content {
  schema?: { $ref: string }
}

interface ResponseObject {
  description: string
  content?: Record<string, Content>
}

/** One operation as OpenAPI writes it. */
export interface OperationObject {
  operationId: string
  tags: [string]
  summary: string
  /** The rule of the policy that decides; null where a valid token is enough. */
  'x-policy': string | null
  parameters: {
    name: string
    in: 'path' | 'query' | 'header'
    required?: true
    description?: string
    schema: { type: 'string' }
  }[]
  requestBody?: { required: true; content: Record<string, Content> }
  responses: Record<string, ResponseObject>
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  security: Record<string, never[]>[]
  paths: Record<string, Record<string, OperationObject>>
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, unknown> }
}

/** The Image API as an OpenAPI 3.1 document, made from the table of operations. */
export function openApiDocument({ formats, language }: Options): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    const path = operation.path.replace(/\[([^\]]+)\]/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, language) }
  }
  const bodies = operations.map(documentOf).flatMap(({ request, response }) => [request?.schema, response?.schema])
  const names = ['Problem', ...bodies.filter((name) => name !== undefined)]
  return {
    openapi: '3.1.0',
    info: { title: 'Image API', version: 'v2', description: 'The OpenStack Image API v2 as this server speaks it.' },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token', description: 'A token of Keystone.' } },
      schemas: componentSchemas(names, formats),
    },
  }
}

function describe(operation: Operation, language: Language): OperationObject {
  const document = documentOf(operation)
  return {
    operationId: operationId(operation),
    tags: [document.resource],
    summary: document.summary[language],
    'x-policy': operation.rule,
    parameters: [
      ...parametersOf(operation).map((name) => ({ name, in: 'path' as const, required: true as const, schema: text })),
      ...described('query', document.query),
      ...described('header', document.headers),
    ],
    ...(document.request && { requestBody: { required: true as const, content: content(document.request) } }),
    responses: responses(operation, document),
  }
}

const text = { type: 'string' } as const

function parametersOf({ path }: Operation): string[] {
  return [...path.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name as string)
}

function described(place: 'query' | 'header', descriptions: Readonly<Record<string, string>> = {}) {
  return Object.entries(descriptions).map(([name, description]) => ({ name, in: place, description, schema: text }))
}

/** `GET /v2/images/[imageId]` is `getImagesImageId`. */
function operationId({ method, path }: Operation): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'v2')
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function content({ schema, media = ['application/json'] }: BodyDocument): Record<string, Content> {
  return Object.fromEntries(media.map((type) => [type, schema ? { schema: schemaReference(schema) } : {}]))
}

const successes: Record<number, string> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted; it goes on in the background.',
  204: 'Done; there is nothing to say.',
  206: 'The range that was asked for.',
}

/** Why statuses come that depend on no operation. */
function usualErrors(operation: Operation, open = false): Record<number, string> {
  const reasons: [status: number, reason: string, applies: boolean][] = [
    [401, 'There is no valid token.', !open],
    [403, 'The policy denies it.', operation.rule !== null],
    [404, 'It does not exist, or you cannot see it.', parametersOf(operation).length > 0],
  ]
  return Object.fromEntries(reasons.filter(([, , applies]) => applies))
}

function responses(
  operation: Operation,
  { response, errors, open, alsoOk = [] }: OperationDocument,
): Record<string, ResponseObject> {
  const problem = content({ schema: 'Problem' })
  const good = [operation.ok, ...alsoOk].map((status): [string, ResponseObject] => {
    const hasBody = response && status !== 204
    return [String(status), { description: successes[status] ?? '', ...(hasBody && { content: content(response) }) }]
  })
  const bad = Object.entries({ ...usualErrors(operation, open), ...errors }).map(
    ([status, description]): [string, ResponseObject] => [status, { description, content: problem }],
  )
  return Object.fromEntries([...good, ...bad])
}
