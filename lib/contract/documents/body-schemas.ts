import { z } from 'zod'
import { checkResultSchema, verdictSchema } from '../diagnostics'
import { ExplainInput } from '../explanation'
import { type ImageFormats, imageInputFields, isReserved } from '../image-fields'
import { serviceNames, serviceStates } from '../service-state'

type JsonSchema = Record<string, unknown>

const text = { type: 'string' }
const flag = { type: 'boolean' }
const object = (properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
})
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

const store = object({
  id: text,
  description: text,
  default: { const: 'true' },
  'read-only': { const: 'true' },
  type: text,
  weight: { type: 'integer' },
  properties: { type: 'object' },
})

const cached = object({
  image_id: text,
  size: { type: 'integer' },
  hits: { type: 'integer' },
  checksum: { type: ['string', 'null'] },
  last_accessed: { type: 'number' },
  last_modified: { type: 'number' },
})

const importMethod = object(
  {
    name: { enum: ['glance-direct', 'web-download', 'copy-image', 'glance-download'] },
    uri: { ...text, format: 'uri' },
    glance_region: text,
    glance_image_id: { ...text, format: 'uuid' },
    glance_service_interface: text,
  },
  ['name'],
)

const orNull = (type: string) => ({ type: [type, 'null'] })
const party = object({ id: text, name: orNull('string') })
const need = object({ kind: text, who: text, value: text, project: party, text })
const decision = object({
  action: text,
  rule: text,
  source: { enum: ['default', 'file'] },
  allowed: flag,
  trace: { type: 'object' },
})

const explanation = object(
  {
    ...{ action: text, allowed: flag, decision, text },
    ...{ user: object({ id: orNull('string'), name: orNull('string') }), project: { oneOf: [party, { type: 'null' }] } },
    roles: list(text),
    failed_clauses: list({ type: 'object' }),
    ways: list(object({ needs: list(need) }, ['needs'])),
    other_causes: list(object({ cause: text, who: text, value: text, text }, ['cause', 'who', 'text'])),
  },
  ['action', 'allowed', 'decision', 'roles', 'failed_clauses', 'ways', 'other_causes', 'text'],
)

const amount = object({ images: { type: 'integer' }, bytes: { type: 'integer' } })

const storeOverview = object({
  ...{ id: text, type: text, description: orNull('string'), default: flag, weight: { type: 'integer' }, read_only: flag },
  ...{ reachable: orNull('boolean'), problem: orNull('string') },
  capacity: { ...object({ total: { type: 'integer' }, free: { type: 'integer' } }), type: ['object', 'null'] },
  ...{ images: { type: 'integer' }, bytes: { type: 'integer' } },
})

const count = { type: 'integer' }
const measures = { images: count, uploading: count, stored_bytes: count, staged_bytes: count }
const projectUsage = object({
  ...{ project_id: orNull('string'), ...measures },
  limits: { type: ['object', 'null'], additionalProperties: orNull('integer') },
})

const refusal = object({
  ...{ request_id: text, time: text, method: text, path: text, status: { type: 'integer' }, message: text, text },
  ...{ count: { type: 'integer' }, first_time: text, last_time: text },
  ...{ action: orNull('string'), reason: orNull('string') },
  ...{ decision: orNull('object'), user: orNull('object'), project: orNull('object') },
})

const servicePart = object({
  ...{ name: { enum: serviceNames }, state: { enum: serviceStates }, instance: orNull('string'), cause: orNull('string') },
  ...{ since: text, detail: orNull('string'), version: orNull('string'), place: orNull('string'), latency_ms: orNull('number') },
  ...{ uptime_seconds: orNull('integer'), memory_bytes: orNull('integer'), queue: { type: 'object' }, room: orNull('object') },
})

const auditEntry = object({
  ...{ id: text, time: text, request_id: text, operation: text, status: { type: 'integer' }, summary: text },
  ...{
    user: { oneOf: [party, { type: 'null' }] },
    project: { oneOf: [party, { type: 'null' }] },
    resource_id: orNull('string'),
    address: orNull('string'),
  },
})

/** Bodies for which `/v2/schemas` has no document. */
const others = {
  ImagePatch: list({
    oneOf: [
      object({ op: { enum: ['add', 'replace', 'remove'] }, path: text, value: {} }, ['op', 'path']),
      object({ add: text, value: {} }, ['add', 'value']),
      object({ replace: text, value: {} }, ['replace', 'value']),
      object({ remove: text }, ['remove']),
    ],
  }),
  MemberInput: object({ member: { ...text, description: 'The id of the project.' } }, ['member']),
  MemberStatus: object({ status: { enum: ['accepted', 'rejected', 'pending'] } }, ['status']),
  ImportInput: object({ method: importMethod, stores: list(text), all_stores: flag, all_stores_must_succeed: flag }, ['method']),
  LocationInput: object({ url: text, validation_data: object({ os_hash_algo: text, os_hash_value: text }) }, ['url']),
  LocationList: list(object({ url: text, metadata: { type: 'object' } }, ['url', 'metadata'])),
  StoreList: object({ stores: list(store) }, ['stores']),
  UsageOverview: object(
    {
      projects: list(projectUsage),
      counted_at: text,
      limited_by: { enum: ['keystone', 'configuration', 'nothing'] },
      problem: orNull('string'),
    },
    ['projects', 'counted_at', 'limited_by', 'problem'],
  ),
  UsageSamples: object({ samples: list(object({ time: text, ...measures })) }, ['samples']),
  StoreOverviewList: object({ stores: list(storeOverview), several: flag, elsewhere: amount, counted_at: text }, [
    'stores',
    'several',
    'elsewhere',
    'counted_at',
  ]),
  CacheList: object({ cached_images: list(cached), queued_images: list(text) }, ['cached_images', 'queued_images']),
  CachePruned: object({ total_files_pruned: { type: 'integer' }, total_bytes_pruned: { type: 'integer' } }),
  TaskInput: object({ type: { const: 'import' }, input: { type: 'object' } }, ['type', 'input']),
  ImportInfo: object({ 'import-methods': object({ description: text, type: text, value: list(text) }) }, ['import-methods']),
  Usage: object(
    { usage: { type: 'object', additionalProperties: object({ usage: { type: 'integer' }, limit: { type: 'integer' } }) } },
    ['usage'],
  ),
  ResourceTypeList: object({ resource_types: list(object({ name: text, created_at: text, updated_at: text })) }),
  SchemaDocument: object({ name: text, properties: { type: 'object' } }, ['name', 'properties']),
  ExplainInput: z.toJSONSchema(ExplainInput),
  Explanation: explanation,
  ShareList: object(
    {
      shares: list(object({ member: { type: 'object' }, image: { type: 'object' } }, ['member', 'image'])),
      counts: object({ pending: { type: 'integer' }, accepted: { type: 'integer' }, rejected: { type: 'integer' } }),
      next: text,
    },
    ['shares', 'counts'],
  ),
  AcceptedImages: object({ images: list({ type: 'object' }), next: text }, ['images']),
  AuditList: object({ entries: list(auditEntry), next: text }, ['entries']),
  ClientSettings: object(
    {
      ...{ auth_url: text, region_name: orNull('string'), interface: text },
      other_regions: list(object({ region_name: text, url: text, dashboard: flag }, ['region_name', 'url', 'dashboard'])),
    },
    ['auth_url', 'region_name', 'interface', 'other_regions'],
  ),
  RefusalList: object({ refusals: list(refusal) }, ['refusals']),
  PolicyMatrix: object(
    {
      ...{ roles: list(object({ name: text, holds: list(text) })), rules: list({ type: 'object' }), files: list(text) },
      ...{ loaded_at: text, problem: orNull('string'), enforce_scope: flag },
    },
    ['roles', 'rules', 'files', 'loaded_at', 'problem', 'enforce_scope'],
  ),
  PolicyCell: object({ decision, at: orNull('object') }, ['decision', 'at']),
  ServiceList: object({ time: text, services: list(servicePart) }, ['time', 'services']),
  DiagnosticsLine: z.toJSONSchema(z.union([checkResultSchema, verdictSchema])),
  Problem: object({ message: text, code: text, title: text }, ['message', 'code', 'title']),
} satisfies Record<string, JsonSchema>

/** The bodies that the schema documents do not describe, by name. */
export function bodySchemas(formats: ImageFormats): Record<string, JsonSchema> {
  const writable = Object.entries(imageInputFields(formats)).filter(([name]) => !isReserved(name) && name !== 'locations')
  const image = { type: 'object', properties: Object.fromEntries(writable), additionalProperties: text }
  return { ImageInput: image, ...others }
}
