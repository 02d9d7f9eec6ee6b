import type { AuditEntry, AuditList, AuditQuery } from '@/lib/contract/audit'
import type { KeptRecord } from './audit-record'

/** Domain → wire: a page for one project, or with everything for administrators (null), and where the next one is. */
export function auditListView(found: readonly KeptRecord[], query: AuditQuery, reader: string | null): AuditList {
  const page = found.slice(0, query.limit)
  const last = found.length > page.length ? page.at(-1) : undefined
  const entries = page.map((record) => auditEntry(record, reader))
  return last ? { entries, next: `/api/audit?${nextQuery(query, last)}` } : { entries }
}

function nextQuery(query: AuditQuery, { id }: KeptRecord): URLSearchParams {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  search.set('marker', String(id))
  return search
}

function auditEntry(record: KeptRecord, reader: string | null): AuditEntry {
  const { id, time, requestId, userId, userName, projectId, projectName, operation, resourceId, status, summary } = record
  const foreign = reader !== null && projectId !== reader
  return {
    id: String(id),
    time: new Date(time).toISOString(),
    request_id: requestId,
    user: foreign ? null : { id: userId, name: userName },
    project: foreign || projectId === null ? null : { id: projectId, name: projectName },
    operation,
    resource_id: resourceId,
    status,
    address: reader === null ? record.address : null,
    summary,
  }
}
