import type { ImportMethod, ImportRequest } from '@/lib/contract/import-request'
import { Problem } from '@/lib/contract/problem'
import type { Image } from '../images/image'
import type { StoreRegistry } from '../stores/store-registry'

/** What a client asks for, with the header that may name the store. */
export type AskedImport = ImportRequest & { storeHeader: string | null }

/** In which status an image takes data by each method. */
const statuses: Record<ImportMethod['name'], Image['status']> = {
  'glance-direct': 'uploading',
  'web-download': 'queued',
  'glance-download': 'queued',
  'copy-image': 'active',
}

/** Throws `conflict` for an image that does not take data by this method now. */
export function assertReady(image: Image, { name }: ImportMethod) {
  if (image.status !== statuses[name])
    throw new Problem('conflict', `The method ${name} needs an image that is ${statuses[name]}, this one is ${image.status}.`)
  if (image.diskFormat === null || image.containerFormat === null)
    throw new Problem('conflict', 'disk_format and container_format must be set before the import.')
}

/** Throws `badRequest` for words about stores that exclude each other, or mean nothing here. */
export function assertStoresMakeSense(asked: AskedImport, multi: boolean) {
  const { stores, all_stores = false, all_stores_must_succeed = true, method } = asked
  const header = asked.storeHeader !== null && multi
  if (all_stores && (stores || header)) throw new Problem('badRequest', 'all_stores excludes naming single stores.')
  if (stores && header) throw new Problem('badRequest', 'stores and the header X-Image-Meta-Store exclude each other.')
  // all_stores means the one store then: clients send it without asking, and Glance takes it.
  if (!multi && (stores || !all_stores_must_succeed))
    throw new Problem('badRequest', 'This service has only one store, there is nothing to choose.')
  if (!multi && method.name === 'copy-image') throw new Problem('badRequest', 'This service has only one store to copy to.')
}

/** The ids of the stores to which the data shall go; none where every store has a copy already. */
export function chooseStores(asked: AskedImport, image: Image, registry: StoreRegistry): string[] {
  const holders = image.locations.flatMap((location) => registry.storeOf(location)?.id ?? [])
  if (asked.all_stores) {
    const writable = registry.all().filter(({ readOnly }) => !readOnly)
    return writable.map(({ id }) => id).filter((id) => !holders.includes(id))
  }
  const header = registry.multi ? asked.storeHeader : null
  const named = asked.stores ?? [header ?? registry.default.id]
  const chosen = [...new Set(named)]
  for (const id of chosen) {
    const store = registry.find(id)
    if (!store || store.readOnly) throw new Problem('conflict', `There is no store ${id} that could take the data.`)
    if (holders.includes(id)) throw new Problem('badRequest', `The store ${id} has a copy of the image already.`)
  }
  return chosen
}
