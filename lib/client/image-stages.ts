import type { AuditEntry } from '@/lib/contract/audit'
import type { ImageTaskView } from '@/lib/contract/task'
import { askedOf, isUnderWay } from './image-activity'
import type { ImageView } from './image-view'

/** One thing that became of an image. */
export interface Stage {
  key: string
  stage:
    | ('created' | 'uploadBegun' | 'uploaded' | 'staged' | 'deactivated' | 'reactivated' | 'copyRemoved' | 'changed')
    | ('import' | 'copy')
  /** ISO 8601. */
  at: string
  /** When a task ended; null while it goes on, and for whatever takes no time. */
  until: string | null
  /** Of a task. */
  outcome: 'running' | 'success' | 'failure' | null
  /** Why a task failed, or how far it is. */
  message: string
  /** The name of whoever asked for it, where that is known; null for somebody of another project. */
  by?: string | null
}

/** Which requests bring an image to another stage. */
const requests: Readonly<Record<string, Stage['stage']>> = {
  'POST /uploads': 'uploadBegun',
  'PATCH /uploads/{uploadId}': 'uploaded',
  'PUT /v2/images/{imageId}/file': 'uploaded',
  'PUT /v2/images/{imageId}/stage': 'staged',
  'POST /v2/images/{imageId}/actions/deactivate': 'deactivated',
  'POST /v2/images/{imageId}/actions/reactivate': 'reactivated',
  'DELETE /v2/stores/{storeId}/{imageId}': 'copyRemoved',
}

const moment = { until: null, outcome: null, message: '' }

/** The stages of an image, the first one first; as far as its tasks and the audit log remember them. */
export function stagesOf(image: ImageView, tasks: readonly ImageTaskView[], entries: readonly AuditEntry[]): Stage[] {
  const known = [
    { key: 'created', stage: 'created' as const, at: image.created_at, ...moment },
    ...tasks.map(stageOfTask),
    ...entries.flatMap(stageOfRequest),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const last = Math.max(...known.map(({ at, until }) => Date.parse(until ?? at)))
  // Wire times of images are cut to the second.
  const changedLater = Date.parse(image.updated_at) > last + 1000
  return changedLater ? [...known, { key: 'changed', stage: 'changed', at: image.updated_at, ...moment }] : known
}

function stageOfTask(task: ImageTaskView): Stage {
  const running = isUnderWay(task)
  return {
    key: task.id,
    stage: askedOf(task).method === 'copy-image' ? 'copy' : 'import',
    at: task.created_at,
    until: running ? null : task.updated_at,
    outcome: running ? 'running' : task.status === 'success' ? 'success' : 'failure',
    message: task.message,
  }
}

function stageOfRequest({ id, operation, status, time, user }: AuditEntry): Stage[] {
  const stage = status < 300 ? requests[operation] : undefined
  return stage ? [{ key: `audit-${id}`, stage, at: time, ...moment, by: user === null ? null : user.name }] : []
}
