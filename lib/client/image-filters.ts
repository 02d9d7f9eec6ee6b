import { createParser } from 'nuqs/server'
import { isImageId } from './image-id'
import { visibilities } from './image-view'

/** A stretch from one value to another, each of which may be open. */
export interface Range {
  from: string
  to: string
}

/** How the values of a filter are chosen, and what of them the address keeps. */
export type FilterKind = 'words' | 'tags' | 'properties' | 'choices' | 'choice' | 'text' | 'bytes' | 'numbers' | 'dates' | 'flag'

export const filterableStatuses = ['active', 'queued', 'saving', 'uploading', 'importing', 'deactivated'] as const
export const memberStatuses = ['accepted', 'pending', 'rejected', 'all'] as const

/** Every filter of the image list, by the name that the Image API gives it, in the order of the menu. */
export const imageFilters = [
  { name: 'name', kind: 'words' },
  { name: 'status', kind: 'choices', choices: filterableStatuses },
  { name: 'visibility', kind: 'choice', choices: visibilities },
  { name: 'os_hidden', kind: 'flag', choices: ['true'] },
  { name: 'disk_format', kind: 'choices' },
  { name: 'container_format', kind: 'choices' },
  { name: 'tag', kind: 'tags' },
  { name: 'property', kind: 'properties' },
  { name: 'owner', kind: 'text' },
  { name: 'size', kind: 'bytes' },
  { name: 'virtual_size', kind: 'bytes' },
  { name: 'min_disk', kind: 'numbers' },
  { name: 'min_ram', kind: 'numbers' },
  { name: 'created_at', kind: 'dates' },
  { name: 'updated_at', kind: 'dates' },
  { name: 'protected', kind: 'flag', choices: ['true', 'false'] },
  { name: 'member_status', kind: 'choice', choices: memberStatuses },
  { name: 'checksum', kind: 'text' },
  { name: 'os_hash_value', kind: 'text' },
] as const satisfies readonly { name: string; kind: FilterKind; choices?: readonly string[] }[]

export type ImageFilter = (typeof imageFilters)[number]
export type FilterName = ImageFilter['name']

/** What a filter holds, whatever its kind. */
export type FilterValue = readonly string[] | string | Range | null

const rangeForm = /^([^.]*)\.\.([^.]*)$/

function rangeParser(bound: RegExp) {
  return createParser<Range>({
    parse(text) {
      const [, from = '', to = ''] = rangeForm.exec(text) ?? []
      const fits = [from, to].every((value) => value === '' || bound.test(value))
      return fits && from + to !== '' ? { from, to } : null
    },
    serialize: ({ from, to }) => `${from}..${to}`,
    eq: (a, b) => a.from === b.from && a.to === b.to,
  })
}

/** Whole numbers, such as `1024..` in the address. */
export const parseAsNumbers = rangeParser(/^\d{1,15}$/)
/** Days, such as `2026-01-01..2026-01-31` in the address; both belong to it. */
export const parseAsDates = rangeParser(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)

/** One value as it is, several as the API's list. */
function listed(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `in:${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}`
}

function nameParameter(names: readonly string[]): [string, string] {
  if (names.every(isImageId)) return ['id', listed(names)]
  // The prefix keeps a colon in a name from being read as an operator.
  return ['name', names.length === 1 ? `eq:${names[0]}` : listed(names)]
}

/** The moment at which a day begins where the person is, some days later. */
function dayStart(day: string, later = 0): string {
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + later)
  return date.toISOString().replace('.000Z', 'Z')
}

function bounds({ name, kind }: ImageFilter, { from, to }: Range): [string, string][] {
  if (kind === 'dates') {
    return [
      ...(from ? [[name, `gte:${dayStart(from)}`] as [string, string]] : []),
      ...(to ? [[name, `lt:${dayStart(to, 1)}`] as [string, string]] : []),
    ]
  }
  const sides: [string, string][] = [
    [`${name}_min`, from],
    [`${name}_max`, to],
  ]
  return sides.filter(([, bound]) => bound !== '')
}

function isRange(value: FilterValue): value is Range {
  return typeof value === 'object' && value !== null && 'from' in value
}

/** Whether the filter narrows anything. */
export function isSet(value: FilterValue): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
}

/** The parameters by which the Image API applies a filter. */
export function filterParameters(filter: ImageFilter, value: FilterValue): [string, string][] {
  if (!isSet(value)) return []
  if (isRange(value)) return bounds(filter, value)
  const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  switch (filter.kind) {
    case 'words':
      return [nameParameter(values)]
    case 'tags':
      return values.map((tag) => ['tag', tag])
    case 'properties':
      return values.map(splitProperty)
    default:
      return [[filter.name, listed(values)]]
  }
}

/** `key=value` in its two parts. */
export function splitProperty(text: string): [string, string] {
  const at = text.indexOf('=')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

const parameters = new Set<string>([
  ...imageFilters.map(({ name }) => name),
  ...['id', 'os_hash_algo', 'limit', 'marker', 'sort', 'sort_key', 'sort_dir', 'deleted', 'changes-since'],
])

/** Whether the API takes a name for that of a property: some it takes for something else. */
export function isPropertyName(name: string): boolean {
  return name !== '' && !parameters.has(name) && !/_(?:min|max)$/.test(name)
}
