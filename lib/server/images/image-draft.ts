import { isReserved } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import type { Settings } from '../config-options'
import type { Image } from './image'
import type { ImageChanges } from './image-repository'
import type { ImageAttributes } from './image-rows'

/** An image while a client's changes are applied to it, before anything is saved. */
export interface ImageDraft {
  attributes: ImageAttributes
  tags: readonly string[]
  properties: Map<string, string>
}

const attributeOf = {
  name: 'name',
  visibility: 'visibility',
  os_hidden: 'hidden',
  protected: 'protected',
  owner: 'owner',
  disk_format: 'diskFormat',
  container_format: 'containerFormat',
  min_disk: 'minDisk',
  min_ram: 'minRam',
} as const satisfies Record<string, keyof ImageAttributes>

export function newDraft(owner: string | null): ImageDraft {
  return {
    attributes: {
      name: null,
      visibility: 'shared',
      hidden: false,
      protected: false,
      owner,
      diskFormat: null,
      containerFormat: null,
      minDisk: 0,
      minRam: 0,
    },
    tags: [],
    properties: new Map(),
  }
}

export function draftOf(image: Image): ImageDraft {
  const { name, visibility, hidden, protected: kept, owner, diskFormat, containerFormat, minDisk, minRam } = image
  return {
    attributes: { name, visibility, hidden, protected: kept, owner, diskFormat, containerFormat, minDisk, minRam },
    tags: image.tags,
    properties: new Map(Object.entries(image.properties)),
  }
}

/** Sets a field by its wire name to a value that has been checked. A custom property that is null is none. */
export function setField(draft: ImageDraft, name: string, value: unknown) {
  if (name === 'tags') draft.tags = [...new Set(value as string[])]
  else if (Object.hasOwn(attributeOf, name)) {
    draft.attributes = { ...draft.attributes, [attributeOf[name as keyof typeof attributeOf]]: value }
  } else if (value === null) draft.properties.delete(name)
  else draft.properties.set(name, value as string)
}

/** Throws `forbidden` for a name that only the service itself may write. */
export function assertWritable(name: string) {
  if (isReserved(name)) throw new Problem('forbidden', `The attribute ${name} is read-only or reserved.`)
}

/** The refusal of a custom property that the operator keeps from the caller. */
export function protectedProperty(name: string): Problem {
  return new Problem('forbidden', `The property ${name} is protected.`)
}

type Quotas = Pick<Settings['DEFAULT'], 'image_property_quota' | 'image_tag_quota'>

/** Throws `tooLarge` when something was added and there are now too many. Taking away is always allowed. */
export function assertWithinQuotas(draft: ImageDraft, quotas: Quotas, before?: Image) {
  const addsProperty = [...draft.properties.keys()].some((name) => !before || !Object.hasOwn(before.properties, name))
  if (addsProperty) assertQuota('properties', draft.properties.size, quotas.image_property_quota)
  const addsTag = draft.tags.some((tag) => !before?.tags.includes(tag))
  if (addsTag) assertQuota('tags', draft.tags.length, quotas.image_tag_quota)
}

function assertQuota(what: string, count: number, quota: number) {
  if (quota !== -1 && count > quota)
    throw new Problem('tooLarge', `An image can have ${quota} ${what} at most, this would make ${count}.`)
}

/** What has to be written to make the image what the draft is. */
export function changesOf(image: Image, draft: ImageDraft): ImageChanges {
  const attributes = Object.entries(draft.attributes).filter(([name, value]) => image[name as keyof Image] !== value)
  const properties = [...draft.properties].filter(([name, value]) => propertyOf(image, name) !== value)
  return {
    attributes: Object.fromEntries(attributes),
    setProperties: Object.fromEntries(properties),
    removeProperties: Object.keys(image.properties).filter((name) => !draft.properties.has(name)),
    addTags: draft.tags.filter((tag) => !image.tags.includes(tag)),
    removeTags: image.tags.filter((tag) => !draft.tags.includes(tag)),
  }
}

function propertyOf(image: Image, name: string): string | undefined {
  return Object.hasOwn(image.properties, name) ? image.properties[name] : undefined
}
