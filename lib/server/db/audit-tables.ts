import type { Generated } from 'kysely'

/** Who changed what. Times are milliseconds since 1970. */
export interface AuditTables {
  vitrine_audit: AuditTable
}

interface AuditTable {
  id: Generated<number>
  time: number
  request_id: string
  user_id: string
  user_name: string
  project_id: string | null
  project_name: string | null
  operation: string
  resource_id: string | null
  status: number
  address: string
  summary: string
}
