/** One row of the API: what `Allow`, the policy, the conformance runs and the documents are made from. */
export interface Operation {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The folder under `app/`, with Next's brackets for parameters. */
  path: string
  /** Glance's policy name, or null where a valid token is enough. */
  rule: string | null
  ok: number
  /** It changes nothing, although its method could. */
  reads?: true
}

/** The Image API and what it has no word for, one row per operation. A test keeps this table and the trees under `app` equal. */
export const operations = [
  { method: 'POST', path: '/v2/images', rule: 'add_image', ok: 201 },
  { method: 'GET', path: '/v2/images', rule: 'get_images', ok: 200 },
  { method: 'GET', path: '/v2/images/[imageId]', rule: 'get_image', ok: 200 },
  { method: 'PATCH', path: '/v2/images/[imageId]', rule: 'modify_image', ok: 200 },
  { method: 'DELETE', path: '/v2/images/[imageId]', rule: 'delete_image', ok: 204 },
  { method: 'PUT', path: '/v2/images/[imageId]/file', rule: 'upload_image', ok: 204 },
  { method: 'GET', path: '/v2/images/[imageId]/file', rule: 'download_image', ok: 200 },
  { method: 'PUT', path: '/v2/images/[imageId]/tags/[tag]', rule: 'modify_image', ok: 204 },
  { method: 'DELETE', path: '/v2/images/[imageId]/tags/[tag]', rule: 'modify_image', ok: 204 },
  { method: 'POST', path: '/v2/images/[imageId]/actions/deactivate', rule: 'deactivate', ok: 204 },
  { method: 'POST', path: '/v2/images/[imageId]/actions/reactivate', rule: 'reactivate', ok: 204 },
  { method: 'POST', path: '/v2/images/[imageId]/members', rule: 'add_member', ok: 200 },
  { method: 'GET', path: '/v2/images/[imageId]/members', rule: 'get_members', ok: 200 },
  { method: 'GET', path: '/v2/images/[imageId]/members/[memberId]', rule: 'get_member', ok: 200 },
  { method: 'PUT', path: '/v2/images/[imageId]/members/[memberId]', rule: 'modify_member', ok: 200 },
  { method: 'DELETE', path: '/v2/images/[imageId]/members/[memberId]', rule: 'delete_member', ok: 204 },
  { method: 'GET', path: '/v2/info/usage', rule: null, ok: 200 },
  { method: 'POST', path: '/v2/images/[imageId]/locations', rule: 'add_image_location', ok: 202 },
  { method: 'GET', path: '/v2/images/[imageId]/locations', rule: 'fetch_image_location', ok: 200 },
  { method: 'GET', path: '/v2/info/stores', rule: null, ok: 200 },
  { method: 'GET', path: '/v2/cache', rule: 'cache_list', ok: 200 },
  { method: 'DELETE', path: '/v2/cache', rule: 'cache_delete', ok: 204 },
  { method: 'PUT', path: '/v2/cache/[imageId]', rule: 'cache_image', ok: 202 },
  { method: 'DELETE', path: '/v2/cache/[imageId]', rule: 'cache_delete', ok: 204 },
  { method: 'POST', path: '/v2/cache/clean', rule: 'cache_clean', ok: 200 },
  { method: 'POST', path: '/v2/cache/prune', rule: 'cache_prune', ok: 200 },
  { method: 'GET', path: '/v2/cache/nodes/[imageId]', rule: 'list_cached_nodes', ok: 200 },
  { method: 'GET', path: '/v2/cached_images', rule: 'manage_image_cache', ok: 200 },
  { method: 'DELETE', path: '/v2/cached_images', rule: 'manage_image_cache', ok: 200 },
  { method: 'DELETE', path: '/v2/cached_images/[imageId]', rule: 'manage_image_cache', ok: 200 },
  { method: 'GET', path: '/v2/queued_images', rule: 'manage_image_cache', ok: 200 },
  { method: 'DELETE', path: '/v2/queued_images', rule: 'manage_image_cache', ok: 200 },
  { method: 'PUT', path: '/v2/queued_images/[imageId]', rule: 'manage_image_cache', ok: 200 },
  { method: 'DELETE', path: '/v2/queued_images/[imageId]', rule: 'manage_image_cache', ok: 200 },
  { method: 'GET', path: '/v2/info/stores/detail', rule: 'stores_info_detail', ok: 200 },
  { method: 'DELETE', path: '/v2/stores/[storeId]/[imageId]', rule: 'delete_image_location', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/namespaces', rule: 'get_metadef_namespaces', ok: 200 },
  { method: 'POST', path: '/v2/metadefs/namespaces', rule: 'add_metadef_namespace', ok: 201 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]', rule: 'get_metadef_namespace', ok: 200 },
  { method: 'PUT', path: '/v2/metadefs/namespaces/[namespace]', rule: 'modify_metadef_namespace', ok: 200 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]', rule: 'delete_metadef_namespace', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/resource_types', rule: 'list_metadef_resource_types', ok: 200 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/resource_types', rule: 'get_metadef_resource_type', ok: 200 },
  {
    method: 'POST',
    path: '/v2/metadefs/namespaces/[namespace]/resource_types',
    rule: 'add_metadef_resource_type_association',
    ok: 201,
  },
  {
    method: 'DELETE',
    path: '/v2/metadefs/namespaces/[namespace]/resource_types/[resourceType]',
    rule: 'remove_metadef_resource_type_association',
    ok: 204,
  },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/properties', rule: 'get_metadef_properties', ok: 200 },
  { method: 'POST', path: '/v2/metadefs/namespaces/[namespace]/properties', rule: 'add_metadef_property', ok: 201 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]/properties', rule: 'remove_metadef_property', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/properties/[property]', rule: 'get_metadef_property', ok: 200 },
  { method: 'PUT', path: '/v2/metadefs/namespaces/[namespace]/properties/[property]', rule: 'modify_metadef_property', ok: 200 },
  {
    method: 'DELETE',
    path: '/v2/metadefs/namespaces/[namespace]/properties/[property]',
    rule: 'remove_metadef_property',
    ok: 204,
  },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/objects', rule: 'get_metadef_objects', ok: 200 },
  { method: 'POST', path: '/v2/metadefs/namespaces/[namespace]/objects', rule: 'add_metadef_object', ok: 201 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]/objects', rule: 'delete_metadef_object', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/objects/[object]', rule: 'get_metadef_object', ok: 200 },
  { method: 'PUT', path: '/v2/metadefs/namespaces/[namespace]/objects/[object]', rule: 'modify_metadef_object', ok: 200 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]/objects/[object]', rule: 'delete_metadef_object', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/tags', rule: 'get_metadef_tags', ok: 200 },
  { method: 'POST', path: '/v2/metadefs/namespaces/[namespace]/tags', rule: 'add_metadef_tags', ok: 201 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]/tags', rule: 'delete_metadef_tags', ok: 204 },
  { method: 'GET', path: '/v2/metadefs/namespaces/[namespace]/tags/[tag]', rule: 'get_metadef_tag', ok: 200 },
  { method: 'POST', path: '/v2/metadefs/namespaces/[namespace]/tags/[tag]', rule: 'add_metadef_tag', ok: 201 },
  { method: 'PUT', path: '/v2/metadefs/namespaces/[namespace]/tags/[tag]', rule: 'modify_metadef_tag', ok: 200 },
  { method: 'DELETE', path: '/v2/metadefs/namespaces/[namespace]/tags/[tag]', rule: 'delete_metadef_tag', ok: 204 },
  { method: 'PUT', path: '/v2/images/[imageId]/stage', rule: 'modify_image', ok: 204 },
  { method: 'POST', path: '/v2/images/[imageId]/import', rule: 'modify_image', ok: 202 },
  { method: 'GET', path: '/v2/images/[imageId]/tasks', rule: 'get_image', ok: 200 },
  { method: 'GET', path: '/v2/info/import', rule: null, ok: 200 },
  { method: 'GET', path: '/v2/tasks', rule: 'tasks_api_access', ok: 200 },
  { method: 'POST', path: '/v2/tasks', rule: 'tasks_api_access', ok: 201 },
  { method: 'GET', path: '/v2/tasks/[taskId]', rule: 'tasks_api_access', ok: 200 },
  { method: 'GET', path: '/v2/schemas/[name]', rule: null, ok: 200 },
  { method: 'GET', path: '/v2/schemas/metadefs/[name]', rule: null, ok: 200 },
  { method: 'GET', path: '/api/audit', rule: null, ok: 200 },
  { method: 'GET', path: '/api/client-settings', rule: null, ok: 200 },
  { method: 'GET', path: '/api/diagnostics', rule: null, ok: 200 },
  { method: 'POST', path: '/api/explain', rule: null, ok: 200, reads: true },
  { method: 'GET', path: '/api/policy', rule: 'context_is_admin', ok: 200 },
  { method: 'GET', path: '/api/policy/decision', rule: 'context_is_admin', ok: 200 },
  { method: 'GET', path: '/api/refusals', rule: null, ok: 200 },
  { method: 'GET', path: '/api/stores', rule: 'stores_info_detail', ok: 200 },
  { method: 'GET', path: '/api/services', rule: 'context_is_admin', ok: 200 },
  { method: 'GET', path: '/api/usage', rule: 'context_is_admin', ok: 200 },
  { method: 'GET', path: '/api/usage/samples', rule: 'context_is_admin', ok: 200 },
  { method: 'GET', path: '/api/shares', rule: 'get_images', ok: 200 },
  { method: 'GET', path: '/api/shares/images', rule: 'get_images', ok: 200 },
] as const satisfies readonly Operation[]

const order = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Operation['method'][]

/** Where Glance's `Allow` is not its methods in their order; null where it finds nothing by a wrong method. */
const otherAllow: Readonly<Record<string, string | null>> = {
  '/v2/images/[imageId]/locations': 'POST',
  '/v2/cache/[imageId]': 'DELETE, PUT',
  '/v2/images/[imageId]/tasks': null,
  '/v2/info/usage': null,
}

/** `Allow` of the 405 that a path of the API answers to a wrong method; null where the answer is a 404. */
export function allowOf(path: string): string | null {
  const special = otherAllow[path]
  if (special !== undefined) return special
  const served = operations.filter((operation) => operation.path === path).map(({ method }) => method as Operation['method'])
  return order.filter((method) => served.includes(method)).join(', ')
}
