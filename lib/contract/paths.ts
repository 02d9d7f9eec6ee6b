/** Links of the Image API. Always relative and always below `/v2`, whichever minor version was asked for. */
export const paths = {
  images: () => '/v2/images',
  image: (id: string) => `/v2/images/${id}`,
  imageFile: (id: string) => `/v2/images/${id}/file`,
  metadefNamespaces: () => '/v2/metadefs/namespaces',
  metadefNamespace: (name: string) => `/v2/metadefs/namespaces/${segment(name)}`,
  metadefObject: (namespace: string, name: string) => `/v2/metadefs/namespaces/${segment(namespace)}/objects/${segment(name)}`,
  metadefPart: (namespace: string, kind: string, name: string) =>
    `/v2/metadefs/namespaces/${segment(namespace)}/${kind}/${segment(name)}`,
  metadefResourceTypes: () => '/v2/metadefs/resource_types',
  tasks: () => '/v2/tasks',
  task: (id: string) => `/v2/tasks/${id}`,
  schema: (name: string) => `/v2/schemas/${name}`,
} as const

/** Colons stay readable, as in `OS::Glance::Image`. */
function segment(name: string): string {
  return encodeURIComponent(name).replaceAll('%3A', ':')
}
