import type { AssociationInput, NamespaceDefinition } from '@/lib/contract/metadefs'
import { paths } from '@/lib/contract/paths'
import { api } from '../api'
import type { NamespaceAttributes, Part, PartKind } from './parts'

/** One change of metadata definitions, as the API takes it. */
export type MetadefWrite =
  | { op: 'create'; definition: NamespaceDefinition }
  | { op: 'describe'; attributes: NamespaceAttributes }
  | { op: 'drop' }
  | { op: 'add'; kind: PartKind; part: Part }
  | { op: 'change'; kind: PartKind; name: string; part: Part; before: Part }
  | { op: 'remove'; kind: PartKind; name: string }

/** Makes one change in a namespace. */
export async function writeMetadef(namespace: string, write: MetadefWrite): Promise<void> {
  switch (write.op) {
    case 'create':
      return api(paths.metadefNamespaces(), { method: 'POST', body: write.definition })
    case 'describe':
      return api(paths.metadefNamespace(namespace), { method: 'PUT', body: write.attributes })
    case 'drop':
      return api(paths.metadefNamespace(namespace), { method: 'DELETE' })
    case 'add':
      return add(namespace, write.kind, write.part)
    case 'change':
      return change(namespace, write)
    case 'remove':
      return api(paths.metadefPart(namespace, write.kind, write.name), { method: 'DELETE' })
  }
}

async function add(namespace: string, kind: PartKind, part: Part): Promise<void> {
  const path = `${paths.metadefNamespace(namespace)}/${kind}`
  // Without the header the tag would take the place of all others.
  if (kind === 'tags') await api(path, { method: 'POST', headers: { 'x-openstack-append': 'True' }, body: { tags: [part] } })
  else await api(path, { method: 'POST', body: part })
}

async function change(namespace: string, { kind, name, part, before }: MetadefWrite & { op: 'change' }): Promise<void> {
  if (kind === 'resource_types') return associateAnew(namespace, part, before)
  await api(paths.metadefPart(namespace, kind, name), { method: 'PUT', body: part })
}

/** The API cannot change an association: it goes and comes back. Where it cannot, the old one is put back. */
async function associateAnew(namespace: string, association: AssociationInput, before: AssociationInput): Promise<void> {
  await api(paths.metadefPart(namespace, 'resource_types', before.name), { method: 'DELETE' })
  try {
    await add(namespace, 'resource_types', association)
  } catch (reason) {
    await add(namespace, 'resource_types', before)
    throw reason
  }
}
