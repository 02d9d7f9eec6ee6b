import type { Logger } from 'pino'
import type { AuditList, AuditQuery } from '@/lib/contract/audit'
import type { Context } from '../context'
import type { Policy } from '../policy/policy'
import { createAuditQueue } from './audit-queue'
import type { AuditRecord } from './audit-record'
import type { AuditRepository } from './audit-repository'
import { auditListView } from './audit-view'

/** Who changed what. */
export interface AuditService {
  /** Keeps a request that changed something, or was refused to. The request does not wait for it. */
  record(record: Omit<AuditRecord, 'time'>): void
  /**
   * The newest first: for administrators all; for others what their project did to images that they can see, or that were theirs,
   * and of one image of theirs also what others did, without who it was.
   */
  list(ctx: Context, query: AuditQuery): Promise<AuditList>
  /** Writes what waits. */
  stop(): Promise<void>
}

interface Parts {
  repository: AuditRepository
  policy: Pick<Policy, 'isInScope'>
  log: Logger
  settings: { audit_max_rows: number; audit_max_age: number }
}

const pruneMs = 10 * 60 * 1000

/** Begins to keep the log, and to forget what is too old or too much. Where no rows are allowed, nothing is kept. */
export function startAudit({ repository, policy, log, settings }: Parts): AuditService {
  const { audit_max_rows: rows, audit_max_age: ageSeconds } = settings
  const queue = createAuditQueue<AuditRecord>({ write: repository.append, log })
  const prune = () =>
    void repository
      .prune(Date.now() - ageSeconds * 1000, rows)
      .catch((err) => log.error({ err }, 'old entries of the audit log could not be removed'))
  const pruning = setInterval(prune, pruneMs).unref()
  prune()

  return {
    record(record) {
      if (rows > 0) queue.add(storable({ ...record, time: Date.now() }))
    },
    async list(ctx, query) {
      const administrator = ctx.isAdmin && policy.isInScope(ctx)
      if (!administrator && (ctx.readOnly || ctx.projectId === null)) return { entries: [] }
      // Whoever has just done something expects to find it.
      await queue.flush()
      const reader = administrator ? null : ctx.projectId
      return auditListView(await repository.list(query, reader), query, reader)
    },
    async stop() {
      clearInterval(pruning)
      await queue.stop()
    },
  }
}

const longestText = 255

/** One entry that a database refuses would take its whole batch along. */
function storable(record: AuditRecord): AuditRecord {
  const texts = Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? cleaned(value) : value])
  return Object.fromEntries(texts) as AuditRecord
}

function cleaned(text: string): string {
  return text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
}
