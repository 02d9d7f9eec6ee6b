import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { AuditEntry, AuditList } from '@/lib/contract/audit'
import { api } from './api'
import { csvText } from './csv'
import { sortDirection } from './sort-direction'

export const outcomes = ['2xx', '4xx', '5xx'] as const

/** What the address of the audit log can say. */
export const auditSearch = {
  /** An id. */
  resource: parseAsString.withDefault(''),
  /** A name, or an id; so is the project. */
  user: parseAsString.withDefault(''),
  project: parseAsString.withDefault(''),
  request: parseAsString.withDefault(''),
  operation: parseAsString.withDefault(''),
  outcome: parseAsStringLiteral(outcomes),
  /** The first and the last day, such as 2026-11-23, in the zone of whoever looks. */
  since: parseAsString.withDefault(''),
  until: parseAsString.withDefault(''),
  /** By time. */
  dir: sortDirection.withDefault('desc'),
  /** The last entry of each page before this one. */
  after: parseAsArrayOf(parseAsString).withDefault([]),
}
export type AuditSearch = inferParserType<typeof auditSearch>

/** How many filters narrow the log. */
export function filterCount({ after: _, dir: __, ...filters }: AuditSearch): number {
  return Object.values(filters).filter(Boolean).length
}

const refreshMs = 60_000

/** A page of the audit log; the one before stays until the next is there. */
export const auditQuery = (search: AuditSearch, projectId: string) =>
  queryOptions({
    queryKey: ['audit', projectId, search],
    queryFn: ({ signal }) => api<AuditList>(auditPath(search), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  })

/** Where the API has that page. */
export function auditPath(search: AuditSearch, limit = 50): string {
  const { resource, user, project, request, operation, outcome, since, until, dir, after } = search
  const given = {
    resource_id: resource,
    ...{ user, project, operation },
    request_id: request,
    status: outcome ?? '',
    since: startOfDay(since),
    until: startOfDay(until, 1),
    sort_dir: dir === 'asc' ? dir : '',
    limit: String(limit),
    marker: after.at(-1) ?? '',
  }
  return `/api/audit?${new URLSearchParams(Object.entries(given).filter(([, value]) => value.trim() !== ''))}`
}

/** The moment in which a day begins, some days later; empty for what is no day. */
function startOfDay(day: string, later = 0): string {
  const start = new Date(`${day}T00:00`)
  if (Number.isNaN(start.getTime())) return ''
  start.setDate(start.getDate() + later)
  return start.toISOString()
}

const exportedPage = 1000
/** By it spreadsheets know UTF-8. */
const byteOrderMark = '\uFEFF'

/** Every entry that the search finds, as a table of text; reads page by page. */
export async function auditCsv(search: AuditSearch, signal: AbortSignal): Promise<string> {
  const rows = [byteOrderMark + csvText([csvColumns])]
  let path: string | undefined = auditPath({ ...search, after: [] }, exportedPage)
  while (path !== undefined) {
    const page: AuditList = await api<AuditList>(path, { signal })
    rows.push(csvText(page.entries.map(csvRow)))
    path = page.next
  }
  return rows.join('')
}

const csvColumns = [
  ...['time', 'user', 'user_id', 'project', 'project_id', 'operation', 'resource_id', 'status', 'summary'],
  ...['request_id', 'address'],
]

function csvRow({ time, user, project, operation, resource_id, status, summary, request_id, address }: AuditEntry) {
  const who = [user?.name ?? null, user?.id ?? null, project?.name ?? null, project?.id ?? null]
  return [time, ...who, operation, resource_id, status, summary, request_id, address]
}
