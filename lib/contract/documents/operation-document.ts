/** What the API is divided into, in the order in which its documents show it. */
export const resources = [
  'images',
  'data',
  'sharing',
  'imports',
  'locations',
  'stores',
  'cache',
  'tasks',
  'metadefs',
  'service',
] as const
export type Resource = (typeof resources)[number]

/** A sentence in every language that the documents speak. */
export type Saying = Readonly<Record<'en' | 'zh', string>>

/** What is sent in one direction: JSON of a named schema, or bytes. */
export interface BodyDocument {
  /** A document of `/v2/schemas/…`, or one of `bodySchemas`. */
  schema?: string
  /** Where it is not plain JSON. */
  media?: readonly string[]
}

/** What the documents say of an operation beyond its row in the table. */
export interface OperationDocument {
  resource: Resource
  summary: Saying
  request?: BodyDocument
  response?: BodyDocument
  /** Parameters of the query, and what each is. */
  query?: Readonly<Record<string, string>>
  /** Request headers of its own. */
  headers?: Readonly<Record<string, string>>
  /** Why each status comes, where that is not the same for every operation. */
  errors?: Readonly<Record<number, string>>
  /** It answers without a token too. */
  open?: true
  /** Further statuses that are no failures. */
  alsoOk?: readonly number[]
}

/** Documents by method and path, whose parameters are written `{}`. */
export type OperationDocuments = Readonly<Record<string, OperationDocument>>

/** JSON of that schema. */
export const json = (schema: string): BodyDocument => ({ schema })

/** Data of an image. */
export const octets: BodyDocument = { media: ['application/octet-stream'] }
