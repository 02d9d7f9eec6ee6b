/** One row of the API: what `Allow`, the policy, the conformance runs and the documents are made from. */
export interface Operation {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The folder under `app/`, with Next's brackets for parameters. */
  path: string
  /** Glance's policy name, or null where a valid token is enough. */
  rule: string | null
  ok: number
}

/** The Image API, one row per operation. A test keeps this table and the tree under `app/v2` equal. */
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
  { method: 'GET', path: '/v2/schemas/[name]', rule: null, ok: 200 },
] as const satisfies readonly Operation[]
