import type { Database } from '@/lib/server/db/database'
import { toTimestamp } from '@/lib/server/db/timestamps'
import type { ImageFilter, ImageListQuery, SortRule } from '@/lib/server/images/image-list-query'

type Random = () => number

/** An image as a list meets it, with columns named as the database names them. */
export interface NaiveImage {
  id: string
  name: string | null
  size: number | null
  status: 'queued' | 'active' | 'killed'
  disk_format: string | null
  container_format: string | null
  owner: string | null
  min_ram: number
  protected: boolean
  os_hidden: boolean
  visibility: 'private' | 'shared' | 'community' | 'public'
  created_at: string
  updated_at: string | null
  deleted: boolean
  tags: string[]
  properties: Record<string, string>
  /** The member status of the project, where it is a member. */
  members: { p0?: string }
}

const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
const second = (n: number) => `2024-01-01 00:00:${String(n).padStart(2, '0')}`

/** Images with few values, so that many are equal in part, and with nulls wherever there may be some. */
export function madeImages(random: Random, count: number): NaiveImage[] {
  return Array.from({ length: count }, (_, n) => {
    const created = Math.floor((n / count) * 20)
    return {
      id: `${Math.floor(random() * 2 ** 32).toString(16)}-${n}`,
      name: pick(random, [null, 'a', 'b', 'c', 'd']),
      size: pick(random, [null, 1, 2, n]),
      status: pick(random, ['active', 'active', 'active', 'queued', 'killed']),
      disk_format: pick(random, [null, 'raw', 'qcow2']),
      container_format: pick(random, [null, 'bare']),
      owner: pick(random, [null, 'p0', 'p0', 'p1', 'p2']),
      min_ram: Math.floor(random() * 4),
      protected: random() < 0.1,
      os_hidden: random() < 0.1,
      visibility: pick(random, ['private', 'shared', 'shared', 'community', 'public']),
      created_at: second(created),
      updated_at: pick(random, [null, second(created), second(created + 20)]),
      deleted: random() < 0.1,
      tags: ['x', 'y'].filter((tag) => random() < (tag === 'x' ? 0.5 : 0.05)),
      properties: { color: pick(random, ['red', 'red', 'blue']) },
      members: random() < 0.3 ? { p0: pick(random, ['accepted', 'pending']) } : {},
    }
  })
}

export async function storeImages({ db, kind }: Database, images: readonly NaiveImage[]): Promise<void> {
  const part = ({ id, created_at }: NaiveImage) => ({ image_id: id, created_at, deleted: false })
  const stored = (time: string) => toTimestamp(new Date(`${time.replace(' ', 'T')}Z`), kind)
  const rows = images.map(({ tags: _, properties: __, members: ___, ...row }) => ({
    ...row,
    created_at: stored(row.created_at),
    updated_at: row.updated_at === null ? null : stored(row.updated_at),
    min_disk: 0,
  }))
  await db.insertInto('images').values(rows).execute()
  const tags = images.flatMap((image) => image.tags.map((value) => ({ ...part(image), value })))
  // A tag that was taken away and given again has two rows.
  await db
    .insertInto('image_tags')
    .values([...tags, ...tags.map((tag) => ({ ...tag, deleted: true }))])
    .execute()
  const properties = images.map((image) => ({ ...part(image), name: 'color', value: image.properties.color ?? '' }))
  await db.insertInto('image_properties').values(properties).execute()
  const members = images.flatMap((image) =>
    Object.entries(image.members).map(([member, status]) => ({ ...part(image), member, status, can_share: false })),
  )
  await db.insertInto('image_members').values(members).execute()
}

const choices: Record<string, readonly string[]> = {
  name: ['a', 'in:b,c', 'z'],
  status: ['active', 'queued', 'in:active,queued'],
  disk_format: ['raw', 'in:raw,qcow2'],
  size_min: ['2', '100'],
  size_max: ['1', '20', '0'],
  min_ram_min: ['1', '3', '9'],
  protected: ['true', 'false'],
  os_hidden: ['true'],
  visibility: ['private', 'shared', 'community', 'public', 'all', 'all'],
  member_status: ['pending', 'all'],
  owner: ['p0', 'p2'],
  tag: ['x', 'y'],
  color: ['red', 'blue', 'green'],
  created_at: ['gte:2024-01-01T00:00:15Z', 'lt:2024-01-01T00:00:04Z'],
  updated_at: ['gte:2024-01-01T00:00:30Z', 'lt:2024-01-01T00:00:05Z', 'neq:2024-01-01T00:00:05Z'],
}
const sorts = ['name', 'status', 'container_format', 'disk_format', 'size', 'id', 'created_at', 'updated_at']

/** Up to three filters and two sort keys, each of which may be missing. */
export function randomParameters(random: Random): Record<string, string> {
  const names = Array.from({ length: Math.floor(random() * 4) }, () => pick(random, Object.keys(choices)))
  const filters = names.map((name) => [name, pick(random, choices[name] ?? [])] as const)
  const rule = () => `${pick(random, sorts)}:${pick(random, ['asc', 'desc'])}`
  const sort = Array.from({ length: Math.floor(random() * 3) }, rule).join(',')
  return { ...Object.fromEntries(filters), ...(sort && { sort }), limit: pick(random, ['3', '7', '50']) }
}

interface Asking {
  projectId: string | null
  isAdmin: boolean
}

/** The ids of the whole list, found by looking at each image. */
export function naiveList(images: readonly NaiveImage[], query: ImageListQuery, viewer: Asking): string[] {
  const rules = [...query.sort, { key: 'created_at', direction: 'desc' }, { key: 'id', direction: 'desc' }] as SortRule[]
  return images
    .filter((image) => !image.deleted && image.status !== 'killed' && isListed(image, query, viewer))
    .filter((image) => query.filters.every((filter) => fits(image, filter)))
    .toSorted((a, b) => rules.map((rule) => compared(a, b, rule)).find((order) => order !== 0) ?? 0)
    .map(({ id }) => id)
}

function isListed(image: NaiveImage, { visibility, memberStatus }: ImageListQuery, { projectId, isAdmin }: Asking): boolean {
  const own = projectId !== null && image.owner === projectId
  if (visibility !== null && visibility !== 'all' && image.visibility !== visibility) return false
  if (isAdmin) return visibility !== null || image.visibility !== 'community' || own
  const status =
    image.visibility === 'shared' && projectId !== null ? (image.members as Record<string, string>)[projectId] : undefined
  const shared = status !== undefined && (memberStatus === 'all' || memberStatus === status)
  return own || shared || image.visibility === 'public' || (image.visibility === 'community' && visibility !== null)
}

function fits(image: NaiveImage, filter: ImageFilter): boolean {
  switch (filter.kind) {
    case 'tag':
      return image.tags.includes(filter.value)
    case 'property':
      return image.properties[filter.name] === filter.value
    case 'nothing':
      return false
    case 'text':
      return filter.values.some((value) => columnOf(image, filter.column) === value)
    case 'flag':
      return columnOf(image, filter.column) === filter.value
    case 'number':
      return numberFits(columnOf(image, filter.column), filter)
    case 'time':
      return timeFits(columnOf(image, filter.column), filter)
  }
}

type Value = string | number | boolean | null

function columnOf(image: NaiveImage, column: string): Value {
  return (image as unknown as Record<string, Value>)[column] ?? null
}

function numberFits(value: Value, { operator, value: bound }: Extract<ImageFilter, { kind: 'number' }>): boolean {
  if (typeof value !== 'number') return false
  return { '=': value === bound, '>=': value >= bound, '<=': value <= bound }[operator]
}

function timeFits(value: Value, { operator, value: time }: Extract<ImageFilter, { kind: 'time' }>): boolean {
  if (typeof value !== 'string') return false
  const difference = Date.parse(`${value.replace(' ', 'T')}Z`) - time.getTime()
  const holds = { gt: difference > 0, gte: difference >= 0, lt: difference < 0, lte: difference <= 0 }
  return { ...holds, eq: difference === 0, neq: difference !== 0 }[operator]
}

function compared(a: NaiveImage, b: NaiveImage, { key, direction }: SortRule): number {
  const [left, right] = [a[key], b[key]]
  if (left === right) return 0
  const less = left === null || (right !== null && left < right)
  return less === (direction === 'asc') ? -1 : 1
}
