import { json, type OperationDocument, type OperationDocuments, type Saying } from './operation-document'

const namespaces = '/v2/metadefs/namespaces'
const badBody = 'The body is missing, malformed or breaks the schema.'
const taken = 'The name is taken.'
const guarded = 'The namespace is protected, or you are no administrator.'

type Details = Omit<OperationDocument, 'resource' | 'summary'>

function about(en: string, zh: string, details: Details = {}): OperationDocument {
  return { resource: 'metadefs', summary: { en, zh }, ...details }
}

interface Kind {
  /** The path's segment, and the name of the plural's schema. */
  plural: string
  single: string
  one: Saying
  many: Saying
}

/** Objects, properties and tags of a namespace have the same operations. */
function documentsOf({ plural, single, one, many }: Kind): OperationDocuments {
  const [all, each] = [`${namespaces}/{}/${plural}`, `${namespaces}/{}/${plural}/{}`]
  const [document, documents] = [json(`metadefs/${single}`), json(`metadefs/${plural}`)]
  return {
    [`GET ${all}`]: about(`List a namespace’s ${many.en}`, `列出命名空间的${many.zh}`, { response: documents }),
    [`POST ${all}`]: about(`Add ${one.en} to a namespace`, `在命名空间中添加${one.zh}`, {
      request: single === 'tag' ? documents : document,
      response: single === 'tag' ? documents : document,
      errors: { 400: badBody, 409: taken },
    }),
    [`DELETE ${all}`]: about(`Delete all ${many.en} of a namespace`, `删除命名空间的全部${many.zh}`, {
      errors: { 403: guarded },
    }),
    [`GET ${each}`]: about(`Show ${one.en}`, `查看${one.zh}`, { response: document }),
    [`PUT ${each}`]: about(`Replace ${one.en}`, `替换${one.zh}`, {
      request: document,
      response: document,
      errors: { 400: badBody, 409: taken },
    }),
    [`DELETE ${each}`]: about(`Delete ${one.en}`, `删除${one.zh}`, { errors: { 403: guarded } }),
  }
}

const namespace = json('metadefs/namespace')
const association = json('metadefs/resource_type')

/** The catalogue of metadata definitions. */
export const metadefDocuments: OperationDocuments = {
  [`GET ${namespaces}`]: about('List namespaces', '列出命名空间', {
    response: json('metadefs/namespaces'),
    query: {
      limit: 'The most that the page shall hold.',
      marker: 'The name of the namespace after which the page begins.',
      sort_key: 'namespace, created_at or updated_at.',
      sort_dir: 'asc or desc.',
      visibility: 'public or private.',
      resource_types: 'Names with commas between them; any may match.',
    },
    errors: { 400: 'A filter, the sorting or the limit cannot be.', 404: 'The marker is unknown.' },
  }),
  [`POST ${namespaces}`]: about('Create a namespace', '创建命名空间', {
    request: namespace,
    response: namespace,
    errors: { 400: badBody, 409: taken },
  }),
  [`GET ${namespaces}/{}`]: about('Show a namespace with all that it defines', '查看命名空间及其全部定义', {
    response: namespace,
    query: { resource_type: 'Puts the prefix of that resource type before the properties’ names.' },
  }),
  [`PUT ${namespaces}/{}`]: about('Replace a namespace’s attributes', '替换命名空间的属性', {
    request: namespace,
    response: namespace,
    errors: { 400: badBody, 409: taken },
  }),
  [`DELETE ${namespaces}/{}`]: about('Delete a namespace with all that it defines', '删除命名空间及其全部定义', {
    errors: { 403: guarded },
  }),
  'GET /v2/metadefs/resource_types': about('List resource types', '列出资源类型', { response: json('ResourceTypeList') }),
  [`GET ${namespaces}/{}/resource_types`]: about('List a namespace’s resource types', '列出命名空间的资源类型', {
    response: json('metadefs/resource_types'),
  }),
  [`POST ${namespaces}/{}/resource_types`]: about('Associate a resource type with a namespace', '将资源类型关联到命名空间', {
    request: association,
    response: association,
    errors: { 400: badBody, 409: 'They are associated already.' },
  }),
  [`DELETE ${namespaces}/{}/resource_types/{}`]: about('End an association', '取消关联', { errors: { 403: guarded } }),
  ...documentsOf({
    plural: 'properties',
    single: 'property',
    one: { en: 'a property', zh: '属性' },
    many: { en: 'properties', zh: '属性' },
  }),
  ...documentsOf({
    plural: 'objects',
    single: 'object',
    one: { en: 'an object', zh: '对象' },
    many: { en: 'objects', zh: '对象' },
  }),
  ...documentsOf({ plural: 'tags', single: 'tag', one: { en: 'a tag', zh: '标签' }, many: { en: 'tags', zh: '标签' } }),
  [`POST ${namespaces}/{}/tags/{}`]: about('Add one tag to a namespace', '在命名空间中添加一个标签', {
    response: json('metadefs/tag'),
    errors: { 409: taken },
  }),
}
