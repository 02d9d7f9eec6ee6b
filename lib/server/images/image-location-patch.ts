import { isDeepStrictEqual } from 'node:util'
import { GivenLocation, hashLengths } from '@/lib/contract/image-location'
import type { PatchOperation } from '@/lib/contract/json-patch'
import { isProblem, Problem } from '@/lib/contract/problem'
import type { Context } from '../context'
import type { ImageLocation, NewLocation } from '../stores/image-location'
import type { Image } from './image'
import type { VisibleImage } from './image-access'
import type { ImageChanges } from './image-repository'
import type { DataFacts } from './image-rows'
import type { Story } from './image-service'
import { assertExternal } from './location-url'

type Hashes = Pick<DataFacts, 'checksum' | 'osHashAlgo' | 'osHashValue'>

/** Changes of an image's locations, checked but not yet made. */
export interface LocationPlan {
  /** Checks one operation and takes it up. */
  add(ctx: Context, operation: PatchOperation): void
  /** What is to be saved, once all operations are taken up; undefined when nothing changes. Reads how large new copies are. */
  changes(): Promise<Pick<ImageChanges, 'locations' | 'onlyIn'> | undefined>
  /** When it is saved: removes the bytes of copies that are gone. */
  removeBytes(): Promise<void>
}

const changeable: readonly Image['status'][] = ['active', 'queued']

/** The old way to change locations, by `PATCH`, which `show_multiple_locations` opens. */
export function planLocations(story: Story, { image, target }: VisibleImage): LocationPlan {
  const { policy, quotas, stores, data, settings, log } = story
  const { show_multiple_locations, image_location_quota, hashing_algorithm } = settings.DEFAULT
  const { id } = image
  let planned: readonly (ImageLocation | NewLocation)[] = image.locations
  let hashes: Hashes | undefined

  function assertStatus(statuses: readonly Image['status'][]) {
    if (!statuses.includes(image.status))
      throw new Problem('conflict', `The locations of an image that is ${image.status} cannot be changed.`)
  }

  function readGiven(value: unknown): NewLocation {
    const parsed = GivenLocation.safeParse(value)
    if (!parsed.success) throw new Problem('badRequest', 'A location needs a url and metadata, and perhaps validation_data.')
    const { url, metadata, validation_data } = parsed.data
    assertExternal(url, stores)
    if (planned.some((known) => known.url === url)) throw new Problem('badRequest', `The image ${id} has this location already.`)
    if (validation_data) takeHashes(validation_data)
    return { url, metadata: { ...metadata, ...stores.metadataOf(url) } }
  }

  function takeHashes({ checksum, os_hash_algo, os_hash_value }: NonNullable<GivenLocation['validation_data']>) {
    const length = hashLengths[os_hash_algo as keyof typeof hashLengths] ?? os_hash_value.length
    if (os_hash_algo !== hashing_algorithm || os_hash_value.length !== length || !/^[0-9a-f]+$/i.test(os_hash_value))
      throw new Problem('conflict', `os_hash_value must be a hash of the algorithm ${hashing_algorithm}.`)
    const given = {
      checksum: checksum?.toLowerCase() ?? null,
      osHashAlgo: os_hash_algo,
      osHashValue: os_hash_value.toLowerCase(),
    }
    const known: Hashes | undefined = image.status === 'active' ? image : hashes
    const contradicts =
      known && (known.osHashValue !== given.osHashValue || (given.checksum !== null && known.checksum !== given.checksum))
    if (contradicts) throw new Problem('conflict', 'validation_data contradict what is known of the data.')
    hashes = given
  }

  function insert(value: unknown, position: string) {
    if (position !== '-' && !/^\d+$/.test(position)) throw new Problem('badRequest', `"${position}" is no place among locations.`)
    assertStatus(changeable)
    if (image_location_quota !== -1 && planned.length >= image_location_quota)
      throw new Problem('tooLarge', `An image can have ${image_location_quota} locations at most.`)
    const at = position === '-' ? planned.length : Number(position)
    planned = planned.toSpliced(at, 0, readGiven(value))
  }

  function replaceAll(value: unknown) {
    assertStatus(changeable)
    if (!Array.isArray(value)) throw new Problem('badRequest', 'Locations must be a list.')
    if (value.length === 0) throw new Problem('forbidden', 'An image cannot lose all of its locations.')
    if (planned.length === 0) {
      for (const location of value) insert(location, '-')
      return
    }
    const given = value.map((location) => GivenLocation.safeParse(location).data)
    const urls = given.map((location) => location?.url)
    const same = planned.length === given.length && planned.every(({ url }) => urls.includes(url))
    if (!same) throw new Problem('badRequest', 'Locations can only be replaced by themselves with other metadata.')
    planned = planned.map((location) => ({
      ...location,
      metadata: { ...given.find((other) => other?.url === location.url)?.metadata, ...stores.metadataOf(location.url) },
    }))
  }

  function take(position: string) {
    assertStatus(['active'])
    if (!/^\d+$/.test(position) || Number(position) >= planned.length)
      throw new Problem('badRequest', `The image ${id} has no location ${position}.`)
    if (planned.length === 1) throw new Problem('forbidden', 'An image cannot lose its last location.')
    planned = planned.toSpliced(Number(position), 1)
  }

  async function sizeOf(url: string): Promise<number> {
    try {
      return await data.size({ url })
    } catch (error) {
      const reason = isProblem(error) ? error.message : 'it cannot be reached.'
      throw new Problem('badRequest', `The location ${url} cannot be used: ${reason}`, { cause: error })
    }
  }

  /** What the first of these copies makes known of a queued image. */
  async function factsOf(added: readonly NewLocation[]): Promise<Partial<DataFacts>> {
    const sizes: number[] = []
    for (const { url } of added) sizes.push(await sizeOf(url))
    await quotas.assertRoomForData(
      image.owner,
      sizes.reduce((total, size) => total + size, 0),
    )
    return image.status === 'queued' ? { size: sizes[0] ?? null, ...hashes } : {}
  }

  const removed = () => image.locations.filter((location) => !planned.some((kept) => 'id' in kept && kept.id === location.id))

  function withOtherMetadata(): ImageLocation[] {
    const known = new Map(image.locations.map((location) => [location.id, location.metadata]))
    return planned
      .filter((location) => 'id' in location)
      .filter(({ id, metadata }) => !isDeepStrictEqual(known.get(id), metadata))
  }

  return {
    add(ctx, operation) {
      if (operation.op === 'remove') policy.authorize(ctx, 'delete_image_location', target)
      if (!show_multiple_locations) throw new Problem('forbidden', 'Locations cannot be changed here.')
      const [, position = ''] = operation.path
      if (operation.op === 'remove') return take(position)
      policy.authorize(ctx, 'set_image_location', target)
      if (operation.op === 'add') return insert(operation.value, position)
      policy.authorize(ctx, 'get_image_location', target)
      replaceAll(operation.value)
    },

    async changes() {
      const add = planned.filter((location) => !('id' in location))
      const remove = removed().map((location) => location.id)
      const setMetadata = withOtherMetadata()
      if (add.length + remove.length + setMetadata.length === 0) return undefined
      const facts = add.length > 0 ? await factsOf(add) : {}
      return { locations: { add, remove, setMetadata, facts, status: 'active' }, onlyIn: [image.status] }
    },

    async removeBytes() {
      for (const location of removed())
        await data.remove(location).catch((err) => log.error({ imageId: id, err }, 'the bytes of a removed copy stay behind'))
    },
  }
}
