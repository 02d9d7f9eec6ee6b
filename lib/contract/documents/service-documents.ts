import { json, type OperationDocument, type OperationDocuments } from './operation-document'

const badBody = 'The body is missing, malformed or breaks the schema.'
const noCache = 'The image is unknown, or there is no cache.'

/** The cache's operations of old, which the newer ones replace. */
function legacy(en: string, zh: string): OperationDocument {
  return { resource: 'cache', summary: { en: `${en} (legacy)`, zh: `${zh}（旧接口）` }, errors: { 404: noCache } }
}

/** What is around images: sharing, imports, locations, stores, cache, tasks, and what the service tells of itself. */
export const serviceDocuments: OperationDocuments = {
  'POST /v2/images/{}/members': {
    resource: 'sharing',
    summary: { en: 'Share an image with a project', zh: '与项目共享镜像' },
    request: json('MemberInput'),
    response: json('member'),
    errors: { 400: badBody, 409: 'The project is a member already.', 413: 'The image has as many members as it may.' },
  },
  'GET /v2/images/{}/members': {
    resource: 'sharing',
    summary: { en: 'List the projects that share an image', zh: '列出共享镜像的项目' },
    response: json('members'),
  },
  'GET /v2/images/{}/members/{}': {
    resource: 'sharing',
    summary: { en: 'Show one membership', zh: '查看成员关系' },
    response: json('member'),
  },
  'PUT /v2/images/{}/members/{}': {
    resource: 'sharing',
    summary: { en: 'Accept or reject a shared image', zh: '接受或拒绝共享镜像' },
    request: json('MemberStatus'),
    response: json('member'),
    errors: { 400: badBody, 403: 'Only the consumer changes the status.' },
  },
  'DELETE /v2/images/{}/members/{}': {
    resource: 'sharing',
    summary: { en: 'End the sharing with a project', zh: '停止与项目共享' },
  },
  'POST /v2/images/{}/import': {
    resource: 'imports',
    summary: { en: 'Import data into an image', zh: '将数据导入镜像' },
    request: json('ImportInput'),
    headers: { 'X-Image-Meta-Store': 'The store that shall keep the data.' },
    errors: {
      400: 'The method, its parameters or the address are refused.',
      409: 'The image is in the wrong state, another import holds it, formats are not set, or a store is unknown.',
      413: 'A quota is exhausted.',
      502: 'The node where the data are staged cannot import them.',
      504: 'The node where the data are staged does not answer.',
    },
  },
  'GET /v2/images/{}/tasks': {
    resource: 'imports',
    summary: { en: 'List an image’s tasks', zh: '列出镜像的任务' },
    response: json('tasks'),
  },
  'POST /v2/images/{}/locations': {
    resource: 'locations',
    summary: { en: 'Add a location where the data already are', zh: '添加数据所在的位置' },
    request: json('LocationInput'),
    errors: { 400: badBody, 409: 'The image is not queued.' },
  },
  'GET /v2/images/{}/locations': {
    resource: 'locations',
    summary: { en: 'List where an image’s data are', zh: '列出镜像数据的位置' },
    response: json('LocationList'),
  },
  'DELETE /v2/stores/{}/{}': {
    resource: 'stores',
    summary: { en: 'Delete one copy of an image’s data', zh: '从某个存储删除镜像数据' },
    errors: {
      403: 'It is the only copy, or you may not.',
      404: 'The image is not in that store.',
      409: 'The store is unknown, or the image not active.',
    },
  },
  'GET /v2/info/stores': {
    resource: 'stores',
    summary: { en: 'List stores', zh: '列出存储' },
    response: json('StoreList'),
    errors: { 404: 'The service has a single store.' },
  },
  'GET /v2/info/stores/detail': {
    resource: 'stores',
    summary: { en: 'List stores with their settings', zh: '列出存储及其设置' },
    response: json('StoreList'),
    errors: { 404: 'The service has a single store.' },
  },
  'GET /v2/cache': {
    resource: 'cache',
    summary: { en: 'List cached and queued images', zh: '列出缓存与排队的镜像' },
    response: json('CacheList'),
    errors: { 404: 'There is no cache.' },
  },
  'DELETE /v2/cache': {
    resource: 'cache',
    summary: { en: 'Empty the cache', zh: '清空缓存' },
    headers: { 'X-Image-Cache-Clear-Target': 'cache or queue; both without it.' },
    errors: { 400: 'The target is neither.', 404: 'There is no cache.' },
  },
  'PUT /v2/cache/{}': {
    resource: 'cache',
    summary: { en: 'Queue an image for the cache', zh: '将镜像排入缓存队列' },
    errors: { 400: 'The image is not active.', 404: noCache },
  },
  'DELETE /v2/cache/{}': {
    resource: 'cache',
    summary: { en: 'Take an image out of the cache', zh: '将镜像移出缓存' },
    errors: { 404: noCache },
  },
  'POST /v2/cache/clean': {
    resource: 'cache',
    summary: { en: 'Remove broken entries from the cache', zh: '清理损坏的缓存条目' },
    errors: { 404: 'There is no cache.' },
  },
  'POST /v2/cache/prune': {
    resource: 'cache',
    summary: { en: 'Shrink the cache to its limit', zh: '将缓存收缩到上限' },
    response: json('CachePruned'),
    errors: { 404: 'There is no cache.' },
  },
  'GET /v2/cache/nodes/{}': {
    resource: 'cache',
    summary: { en: 'List the nodes that cache an image', zh: '列出缓存该镜像的节点' },
    errors: { 404: noCache, 409: 'The cache is not shared between nodes.' },
  },
  'GET /v2/cached_images': { ...legacy('List cached images', '列出缓存的镜像'), response: json('CacheList') },
  'DELETE /v2/cached_images': legacy('Delete every cached image', '删除全部缓存的镜像'),
  'DELETE /v2/cached_images/{}': legacy('Delete a cached image', '删除缓存的镜像'),
  'GET /v2/queued_images': { ...legacy('List queued images', '列出排队的镜像'), response: json('CacheList') },
  'PUT /v2/queued_images/{}': legacy('Queue an image', '将镜像排入队列'),
  'DELETE /v2/queued_images': legacy('Empty the queue', '清空队列'),
  'DELETE /v2/queued_images/{}': legacy('Take an image out of the queue', '将镜像移出队列'),
  'GET /v2/tasks': {
    resource: 'tasks',
    summary: { en: 'List tasks', zh: '列出任务' },
    response: json('tasks'),
    query: {
      limit: 'The most that the page shall hold.',
      marker: 'The id of the task after which the page begins.',
      status: 'pending, processing, success or failure.',
      type: 'import',
      sort_key: 'id, type, status, owner, image_id, created_at, updated_at or expires_at.',
      sort_dir: 'asc or desc.',
    },
    errors: { 400: 'A filter, the sorting, the limit or the marker cannot be.' },
  },
  'POST /v2/tasks': {
    resource: 'tasks',
    summary: { en: 'Create a task', zh: '创建任务' },
    request: json('TaskInput'),
    response: json('task'),
    errors: { 400: badBody },
  },
  'GET /v2/tasks/{}': {
    resource: 'tasks',
    summary: { en: 'Show a task', zh: '查看任务' },
    response: json('task'),
  },
  'GET /v2/info/import': {
    resource: 'service',
    summary: { en: 'Name the import methods', zh: '查看导入方法' },
    response: json('ImportInfo'),
  },
  'GET /v2/info/usage': {
    resource: 'service',
    summary: { en: 'Show the project’s usage and limits', zh: '查看项目用量与限额' },
    response: json('Usage'),
  },
  'GET /v2/schemas/{}': {
    resource: 'service',
    summary: { en: 'Show the schema of a resource', zh: '查看资源的模式' },
    response: json('SchemaDocument'),
  },
  'GET /v2/schemas/metadefs/{}': {
    resource: 'service',
    summary: { en: 'Show the schema of a metadata definition', zh: '查看元数据定义的模式' },
    response: json('SchemaDocument'),
  },
  'GET /api/audit': {
    resource: 'service',
    summary: { en: 'List who changed what', zh: '列出谁更改了什么' },
    response: json('AuditList'),
    query: {
      resource_id: 'The image, namespace, task or upload that it was about.',
      user: 'The id or name of who asked.',
      project: 'The id or name of the project.',
      operation: 'Method and path, such as DELETE /v2/images/{imageId}.',
      status: 'A status such as 403, or a hundred of them such as 4xx.',
      request_id: 'The id of one request.',
      since: 'The first moment, in ISO 8601.',
      until: 'The moment before which the entries are.',
      sort_dir: 'asc for the oldest first; desc, the newest first, unless given.',
      limit: 'The most that the page shall hold, 1000 at most.',
      marker: 'The id of the entry after which the page begins.',
    },
    errors: { 400: 'A parameter cannot be.' },
  },
  'GET /api/client-settings': {
    resource: 'service',
    summary: { en: 'Show what a command-line client needs', zh: '查看命令行客户端所需的设置' },
    response: json('ClientSettings'),
  },
  'GET /api/diagnostics': {
    resource: 'service',
    summary: { en: 'Find out why something is refused', zh: '查明请求被拒绝的原因' },
    response: { schema: 'DiagnosticsLine', media: ['application/x-ndjson'] },
    query: {
      image: 'The id of an image that you miss.',
      sign_in: 'Why the last sign-in at the dashboard was refused, without a token.',
    },
    errors: {
      400: 'The image is not named by its id, or sign_in is no reason.',
      429: 'The checks are running already, or ran too often.',
    },
    open: true,
  },
  'POST /api/explain': {
    resource: 'service',
    summary: { en: 'Explain why an action is allowed or refused', zh: '解释操作为何被允许或拒绝' },
    request: json('ExplainInput'),
    response: json('Explanation'),
    errors: {
      400: badBody,
      403: 'Only an administrator can ask what others may do.',
      404: 'The image or namespace does not exist, or you cannot see it.',
    },
  },
  'GET /api/policy': {
    resource: 'service',
    summary: { en: 'Show which role passes which rule', zh: '查看各角色可通过的策略规则' },
    response: json('PolicyMatrix'),
  },
  'GET /api/policy/decision': {
    resource: 'service',
    summary: { en: 'Explain why a role passes a rule or does not', zh: '解释角色为何通过或未通过某条规则' },
    response: json('PolicyCell'),
    query: { action: 'The name of a rule.', role: 'The name of a role.', target: 'own, other, shared or public.' },
    errors: { 400: 'A parameter is missing or cannot be.', 404: 'There is no such rule.' },
  },
  'GET /api/refusals': {
    resource: 'service',
    summary: { en: 'List requests that were refused lately', zh: '列出最近被拒绝的请求' },
    response: json('RefusalList'),
    query: { request: 'The id of one request.' },
  },
  'GET /api/usage': {
    resource: 'service',
    summary: { en: 'Show the usage and limits of every project', zh: '查看所有项目的用量与限额' },
    response: json('UsageOverview'),
  },
  'GET /api/usage/samples': {
    resource: 'service',
    summary: { en: 'Show what was used in the past days', zh: '查看过去几天的用量' },
    response: json('UsageSamples'),
    query: { project: 'The id of one project; all together unless given.', days: 'How far back, 1 to 90; 7 unless given.' },
    errors: { 400: 'A parameter cannot be.' },
  },
  'GET /api/stores': {
    resource: 'stores',
    summary: { en: 'Show the stores with their state, room and use', zh: '查看存储后端的状态、容量与用量' },
    response: json('StoreOverviewList'),
  },
  'GET /api/services': {
    resource: 'service',
    summary: { en: 'Show the parts of the service and how they are', zh: '查看服务的各组成部分及其状态' },
    response: json('ServiceList'),
  },
  'GET /api/shares': {
    resource: 'sharing',
    summary: { en: 'List what other projects share with yours', zh: '列出其他项目共享给本项目的镜像' },
    response: json('ShareList'),
    query: {
      status: 'pending, accepted or rejected.',
      image: 'The id of one image.',
      limit: 'The most that the page shall hold, 100 at most.',
      marker: 'The id of the image after which the page begins.',
    },
    errors: { 400: 'A parameter cannot be.' },
  },
  'GET /api/shares/images': {
    resource: 'sharing',
    summary: { en: 'List the images that your project has accepted', zh: '列出本项目已接受的镜像' },
    response: json('AcceptedImages'),
    query: {
      limit: 'The most that the page shall hold.',
      marker: 'The id of the image after which the page begins.',
      sort: 'As GET /v2/images takes it, like its filters but visibility and member_status.',
    },
    errors: { 400: 'A filter, the sorting, the limit or the marker cannot be.' },
  },
}
