import { z } from 'zod'
import { visibilities } from '@/lib/contract/image-fields'
import { Problem } from '@/lib/contract/problem'
import {
  type Comparison,
  type ImageFilter,
  type ImageListQuery,
  numberColumns,
  plainColumns,
  type SortKey,
  type SortRule,
  sortKeys,
  textColumns,
  timeColumns,
} from './image-list-query'

/** A query string; a parameter that is given several times is an array. */
export type ListParameters = Readonly<Record<string, string | readonly string[]>>

export interface ListLimits {
  /** How many images a page has when the client does not say. */
  limit_param_default: number
  /** The most that a page may have. */
  api_limit_max: number
}

/** Reads what a client asks of the image list; `badRequest` names the parameter that cannot be. */
export function readListParameters(parameters: ListParameters, limits: ListLimits): ImageListQuery {
  const given = new Map(Object.entries(parameters).map(([name, value]) => [name, [value].flat() as string[]]))
  for (const values of given.values()) if (values.some((value) => value.includes('\0'))) throw invalid('parameter', '\\0')
  if (given.has('changes-since')) throw invalid('changes-since', given.get('changes-since')?.at(-1) ?? '')
  const last = (name: string) => given.get(name)?.at(-1)
  return {
    limit: readLimit(last('limit'), limits),
    marker: last('marker') ?? null,
    sort: readSort(given),
    visibility: readVisibility(last('visibility')),
    memberStatus: choice('member_status', last('member_status') ?? 'accepted', memberStatuses),
    filters: [readHidden(last('os_hidden')), ...[...given].flatMap(([name, values]) => readFilters(name, values))],
  }
}

const memberStatuses = ['accepted', 'pending', 'rejected', 'all'] as const

function invalid(name: string, value: string): Problem {
  return new Problem('badRequest', `The parameter ${name} cannot be "${value}".`)
}

function choice<const T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((known) => known === value)
  if (found === undefined) throw invalid(name, value)
  return found
}

function readLimit(text: string | undefined, { limit_param_default, api_limit_max }: ListLimits): number {
  if (text === undefined) return Math.min(limit_param_default, api_limit_max)
  if (!/^\d+$/.test(text)) throw invalid('limit', text)
  return Math.min(Number(text), api_limit_max)
}

function readHidden(text = 'false'): ImageFilter {
  return { kind: 'flag', column: 'os_hidden', value: choice('os_hidden', text.toLowerCase(), ['true', 'false']) === 'true' }
}

/** An empty visibility is no error: it matches nothing (`readFilters`). */
function readVisibility(text: string | undefined): ImageListQuery['visibility'] {
  return text === undefined || text === '' ? null : choice('visibility', text, [...visibilities, 'all'])
}

function readSort(given: ReadonlyMap<string, string[]>): SortRule[] {
  const combined = given.get('sort')?.at(-1)
  const keys = given.get('sort_key') ?? []
  const directions = given.get('sort_dir') ?? []
  if (combined === undefined) return readClassicSort(keys, directions)
  if (keys.length + directions.length > 0) throw new Problem('badRequest', 'The parameter sort excludes sort_key and sort_dir.')
  const rules = combined.split(',').map((part) => {
    const [key = '', direction = 'desc'] = part.trim().split(':')
    return { key: choice('sort', key, sortKeys), direction: choice('sort', direction, ['asc', 'desc']) }
  })
  return inOneDirection(rules, rules.length === 1)
}

/** As in Glance, images that are equal go on in the direction that was given, where that is a single one; an index can read this. */
function inOneDirection(rules: readonly SortRule[], single: boolean): SortRule[] {
  const direction = single ? rules[0]?.direction : undefined
  return direction ? [...rules, { key: 'created_at', direction }, { key: 'id', direction }] : [...rules]
}

function readClassicSort(keys: readonly string[], directions: readonly string[]): SortRule[] {
  const known = (keys.length > 0 ? keys : ['created_at']).map((key) => choice('sort_key', key, sortKeys))
  if (directions.length > 1 && directions.length !== known.length)
    throw new Problem('badRequest', 'There must be one sort_dir for all sort keys, or one for each.')
  const rules = known.map((key: SortKey, index) => {
    const direction = directions[index] ?? directions[0] ?? 'desc'
    return { key, direction: choice('sort_dir', direction, ['asc', 'desc']) }
  })
  return inOneDirection(rules, directions.length === 1)
}

const notFilters = new Set(['limit', 'marker', 'sort', 'sort_key', 'sort_dir', 'member_status', 'os_hidden', 'deleted'])

function readFilters(name: string, values: readonly string[]): ImageFilter[] {
  if (name === 'tag') return values.map((value) => ({ kind: 'tag', value }))
  const value = values.at(-1) ?? ''
  if (name === 'visibility') return value === '' ? [{ kind: 'nothing' }] : []
  // A stretch of time has two ends, and Glance's operators name one each.
  if (among(timeColumns, name)) return values.map((bound) => readFilter(name, bound))
  return notFilters.has(name) ? [] : [readFilter(name, value)]
}

function among<const T extends string>(names: readonly T[], name: string): T | undefined {
  return names.find((known) => known === name)
}

function readFilter(name: string, value: string): ImageFilter {
  if (name === 'protected') return { kind: 'flag', column: name, value: choice(name, value, ['true', 'false']) === 'true' }
  const text = among(textColumns, name)
  if (text) return { kind: 'text', column: text, values: readTextValues(text, value) }
  const plain = among(plainColumns, name)
  if (plain) return { kind: 'text', column: plain, values: [value] }
  const time = among(timeColumns, name)
  if (time) return { kind: 'time', column: time, ...readTime(time, value) }
  const number = among(numberColumns, name)
  if (number) return readNumber(number, value)
  const bound = /^(.*)_(min|max)$/.exec(name)
  return bound ? readBound(name, bound, value) : { kind: 'property', name, value }
}

const operators = ['eq', 'neq', 'in', 'gt', 'gte', 'lt', 'lte'] as const

/** Plain names may hold a colon: only a known operator before the first one is taken as such. */
function readTextValues(name: string, value: string): string[] {
  const colon = value.indexOf(':')
  const operator = colon === -1 ? undefined : among(operators, value.slice(0, colon))
  if (!operator) return [value]
  const operand = value.slice(colon + 1)
  if (operator === 'eq') return [operand]
  if (operator === 'in') return readQuotedList(name, operand)
  throw invalid(name, value)
}

/** `a,"b,c",d`: a value with commas stands in double quotes, in which two of them are one of the value. */
function readQuotedList(name: string, text: string): string[] {
  const values: string[] = []
  let rest = `,${text}`
  while (rest !== '') {
    const found = /^,\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(?=,|$)/.exec(rest)
    if (!found) throw invalid(name, `in:${text}`)
    values.push(found[1]?.replaceAll('""', '"') ?? (found[2] as string).trim())
    rest = rest.slice(found[0].length)
  }
  return values
}

const isoTime = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])

function readTime(name: string, value: string): { operator: Comparison; value: Date } {
  const found = /^(gt|gte|lt|lte|eq|neq):(.*)$/s.exec(value)
  const operator = (found?.[1] ?? 'eq') as Comparison
  // A plus sign in a query string that is not encoded arrives as a blank.
  const text = (found ? (found[2] as string) : value).trim().replace(' ', /T.* /.test(value) ? '+' : 'T')
  if (!isoTime.safeParse(text).success) throw invalid(name, value)
  const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`)
  if (Number.isNaN(time.getTime())) throw invalid(name, value)
  return { operator, value: time }
}

type NumberColumn = (typeof numberColumns)[number]

const largest: Record<NumberColumn, number> = {
  size: Number.MAX_SAFE_INTEGER,
  virtual_size: Number.MAX_SAFE_INTEGER,
  min_ram: 2147483647,
  min_disk: 2147483647,
}

/** What the column cannot hold matches nothing. */
function readNumber(column: NumberColumn, text: string): ImageFilter {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > largest[column]) return { kind: 'nothing' }
  return { kind: 'number', column, operator: '=', value }
}

function readBound(name: string, [, column = '', side]: RegExpExecArray, text: string): ImageFilter {
  const known = among(numberColumns, column)
  if (!known || !/^-?\d+$/.test(text)) throw invalid(name, text)
  const value = Math.max(-largest[known], Math.min(largest[known], Number(text)))
  return { kind: 'number', column: known, operator: side === 'min' ? '>=' : '<=', value }
}
