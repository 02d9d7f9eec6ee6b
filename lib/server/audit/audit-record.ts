/** One request that changed something, or was refused to. */
export interface AuditRecord {
  /** Milliseconds since 1970. */
  time: number
  requestId: string
  userId: string
  userName: string
  projectId: string | null
  projectName: string | null
  /** Method and path, such as `DELETE /v2/images/{imageId}`. */
  operation: string
  resourceId: string | null
  status: number
  address: string
  summary: string
}

/** A record as it is kept. */
export interface KeptRecord extends AuditRecord {
  id: number
}
