import { json, type OperationDocuments, octets } from './operation-document'

const paging = {
  limit: 'The most that the page shall hold; more than the server allows is reduced.',
  marker: 'The id of the image after which the page begins.',
  sort: 'Keys with directions: `name:asc,created_at:desc`. Not together with `sort_key` and `sort_dir`.',
  sort_key: 'Repeatable: name, status, container_format, disk_format, size, id, created_at, updated_at.',
  sort_dir: 'asc or desc: one for all keys, or one for each.',
}

const filters = {
  name: 'The name itself, `eq:name`, or `in:a,"b,c"`, where `""` in quotes is one quote. So do id, status, container_format and disk_format.',
  created_at: 'A time with an operator: `gte:2026-01-31T00:00:00Z`. Repeatable: all must hold. So does updated_at.',
  size_min: 'At least so many bytes. size_max, min_ram_min, min_disk_max and so on work alike.',
  visibility: 'public, private, shared, community or all.',
  member_status: 'Of images that others share: accepted, pending, rejected or all.',
  os_hidden: 'true: only hidden images.',
  protected: 'true or false.',
  tag: 'Repeatable; all must be there.',
  owner: 'The id of the project. checksum, os_hash_value and any custom property are compared alike.',
}

const badBody = 'The body is missing, malformed or breaks the schema.'

/** Images themselves, their tags and their data. */
export const imageDocuments: OperationDocuments = {
  'POST /v2/images': {
    resource: 'images',
    summary: { en: 'Create an image without data', zh: '创建没有数据的镜像' },
    request: json('ImageInput'),
    response: json('image'),
    errors: { 400: badBody, 409: 'The id is taken, perhaps by a deleted image.', 413: 'A quota is exhausted.' },
  },
  'GET /v2/images': {
    resource: 'images',
    summary: { en: 'List images', zh: '列出镜像' },
    response: json('images'),
    query: { ...paging, ...filters },
    errors: { 400: 'A filter, the sorting, the limit or the marker cannot be.' },
  },
  'GET /v2/images/{}': {
    resource: 'images',
    summary: { en: 'Show an image', zh: '查看镜像' },
    response: json('image'),
  },
  'PATCH /v2/images/{}': {
    resource: 'images',
    summary: { en: 'Change an image', zh: '修改镜像' },
    request: {
      schema: 'ImagePatch',
      media: ['application/openstack-images-v2.1-json-patch', 'application/openstack-images-v2.0-json-patch'],
    },
    headers: { 'If-Unmodified-Since': 'The last change that the client knows of; after a later one nothing is changed.' },
    response: json('image'),
    errors: {
      400: badBody,
      412: 'The image was changed after the time in `If-Unmodified-Since`.',
      409: 'A property to replace or remove is not there, or one to add in the 2.0 dialect is.',
      413: 'A quota is exhausted.',
      415: 'The body is of neither dialect; `Accept-Patch` names both.',
    },
  },
  'DELETE /v2/images/{}': {
    resource: 'images',
    summary: { en: 'Delete an image and its data', zh: '删除镜像及其数据' },
    errors: {
      403: 'The image is protected, or is not yours to delete.',
      409: 'The store says that the data are in use.',
      502: 'The node where the data are staged cannot delete them.',
      504: 'The node where the data are staged does not answer.',
    },
  },
  'PUT /v2/images/{}/tags/{}': {
    resource: 'images',
    summary: { en: 'Tag an image', zh: '给镜像加标签' },
    errors: { 400: 'The tag is longer than 255 characters.', 413: 'The image has as many tags as it may.' },
  },
  'DELETE /v2/images/{}/tags/{}': {
    resource: 'images',
    summary: { en: 'Take a tag from an image', zh: '移除镜像标签' },
  },
  'POST /v2/images/{}/actions/deactivate': {
    resource: 'images',
    summary: { en: 'Deactivate an image', zh: '停用镜像' },
    errors: { 403: 'The image is neither active nor deactivated, or is not yours.' },
  },
  'POST /v2/images/{}/actions/reactivate': {
    resource: 'images',
    summary: { en: 'Reactivate an image', zh: '重新启用镜像' },
    errors: { 403: 'The image is neither active nor deactivated, or is not yours.' },
  },
  'PUT /v2/images/{}/file': {
    resource: 'data',
    summary: { en: 'Upload an image’s data', zh: '上传镜像数据' },
    request: octets,
    headers: {
      'X-OpenStack-Image-Size': 'How many bytes follow; a different count is refused.',
      'X-Image-Meta-Store': 'The store that shall keep the data.',
    },
    errors: {
      400: 'Formats are not set, the size differs from what was announced, or the store is unknown.',
      409: 'The image is not queued.',
      410: 'The image was deleted meanwhile, or the store is read-only.',
      413: 'A limit is exceeded, or the store is full.',
      415: 'The body is not application/octet-stream, or the data are unsafe or of another format.',
      503: 'The store refuses to write.',
    },
  },
  'GET /v2/images/{}/file': {
    resource: 'data',
    summary: { en: 'Download an image’s data', zh: '下载镜像数据' },
    response: octets,
    query: { prefer: 'Stores to read from, in that order.' },
    headers: { Range: 'One range of bytes.' },
    alsoOk: [204, 206],
    errors: { 400: 'Several ranges, or an unknown store.', 416: 'The range is not within the data.', 503: 'No store answers.' },
  },
  'PUT /v2/images/{}/stage': {
    resource: 'data',
    summary: { en: 'Stage data for an import', zh: '暂存待导入的数据' },
    request: octets,
    headers: { 'X-OpenStack-Image-Size': 'How many bytes follow; a different count is refused.' },
    errors: {
      400: 'The size differs from what was announced.',
      409: 'The image is not queued.',
      413: 'A limit is exceeded, or the staging area is full.',
      415: 'The body is not application/octet-stream.',
      503: 'The staging area refuses to write.',
    },
  },
}
