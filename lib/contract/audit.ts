import { z } from 'zod'

const word = z.string().min(1).max(255)
const moment = z.iso.datetime({ offset: true })

/** Which entries of the audit log: those to which every given filter applies, a page of them. */
export const AuditQuery = z.object({
  /** The image, namespace, task or user that the request was about. */
  resource_id: word.optional(),
  /** By id or name. */
  user: word.optional(),
  /** By id or name. */
  project: word.optional(),
  /** As `operation` of an entry says it. */
  operation: word.optional(),
  /** A status such as 403, or a hundred of them such as 4xx. */
  status: z
    .string()
    .regex(/^[2-5](\d\d|xx)$/, 'expected a status such as 403, or 4xx')
    .optional(),
  request_id: word.optional(),
  /** The entries of this moment and later; ISO 8601. */
  since: moment.optional(),
  /** The entries before this moment. */
  until: moment.optional(),
  /** The newest first unless given. */
  sort_dir: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** The entry after which the page begins. */
  marker: z
    .string()
    .regex(/^\d{1,15}$/, 'expected the id of an entry')
    .optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

/** A request that changed something, or was refused to. */
export interface AuditEntry {
  id: string
  /** When it was answered; ISO 8601. */
  time: string
  request_id: string
  /** Null for somebody of another project, of whom only administrators learn more. */
  user: { id: string; name: string } | null
  project: { id: string; name: string | null } | null
  /** Method and path, such as `DELETE /v2/images/{imageId}`. */
  operation: string
  resource_id: string | null
  status: number
  /** Where the request came from; null for whoever is no administrator. */
  address: string | null
  /** Of a refusal what the client was told, else what was changed as `name value` pairs, or the rest of the path's parameters. */
  summary: string
}

export interface AuditList {
  /** The newest first, unless the oldest were asked for first. */
  entries: AuditEntry[]
  /** Only there when more follow. */
  next?: string
}
