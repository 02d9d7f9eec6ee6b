import { customProperties, type ImageView } from './image-view'

const fields = [
  ...(['name', 'status', 'visibility', 'owner', 'protected', 'os_hidden', 'disk_format', 'container_format'] as const),
  ...(['size', 'virtual_size', 'min_disk', 'min_ram', 'checksum', 'os_hash_algo', 'os_hash_value', 'tags'] as const),
  ...(['created_at', 'updated_at'] as const),
]
export type ComparedField = (typeof fields)[number]

/** One side by side of two images; null where one has nothing. */
export interface ComparedRow {
  /** One of the fields that every image has, or the name of a property. */
  name: string
  property: boolean
  values: readonly [string | null, string | null]
  differs: boolean
}

/** What two images have, side by side: what differs first, fields before properties. */
export function compareImages(a: ImageView, b: ImageView): ComparedRow[] {
  const own = fields.map((name) => row(name, false, [fieldText(a[name]), fieldText(b[name])]))
  const [ofA, ofB] = [new Map(customProperties(a)), new Map(customProperties(b))]
  const names = [...new Set([...ofA.keys(), ...ofB.keys()])].sort((one, other) => one.localeCompare(other))
  const properties = names.map((name) => row(name, true, [ofA.get(name) ?? null, ofB.get(name) ?? null]))
  return [...own, ...properties].sort((one, other) => Number(other.differs) - Number(one.differs))
}

function row(name: string, property: boolean, values: ComparedRow['values']): ComparedRow {
  return { name, property, values, differs: values[0] !== values[1] }
}

function fieldText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? [...value].sort().join(', ') : String(value)
}

/** The page that compares two images, or asks for the second. */
export function compareHref(a: string, b?: string): string {
  return `/images/compare?${new URLSearchParams({ a, ...(b && { b }) })}`
}
