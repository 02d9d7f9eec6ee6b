import type { AuditEntry } from '@/lib/contract/audit'
import type { ImageTaskView } from '@/lib/contract/task'
import { askedOf } from './image-activity'
import type { ImageView } from './image-view'

interface About {
  tasks: readonly ImageTaskView[]
  entries: readonly AuditEntry[]
  at: Date
  /** Where the dashboard is. */
  origin: string
}

/** What became of an image as plain text in the words of the API, for whoever has to look into it; without any secret. */
export function activityReport(image: ImageView, { tasks, entries, at, origin }: About): string {
  const { id, status, visibility, size, disk_format, container_format, os_hash_algo, os_hash_value } = image
  const facts = { name: image.name, status, visibility, owner: image.owner, disk_format, container_format, size }
  const hash = os_hash_algo && os_hash_value ? [`${os_hash_algo}: ${os_hash_value}`] : []
  const parts = [
    [`Vitrine ${origin}, ${at.toISOString()}`],
    [
      `image ${id}`,
      ...Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      ...hash,
      `created_at: ${image.created_at}`,
      `updated_at: ${image.updated_at}`,
    ],
    tasks.map(taskLine),
    entries.map(entryLine),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function taskLine(task: ImageTaskView): string {
  const { method, from, stores } = askedOf(task)
  const asked = [method ?? task.type, ...(from ? [from] : []), ...(stores.length > 0 ? [`to ${stores.join(', ')}`] : [])]
  const ids = [`task ${task.id}`, ...(task.request_id ? [task.request_id] : [])]
  const message = task.message ? `: ${task.message}` : ''
  return `${task.created_at} – ${task.updated_at} ${asked.join(' ')} (${ids.join(', ')}) ${task.status}${message}`
}

function entryLine({ time, operation, status, user, request_id, summary }: AuditEntry): string {
  return `${time} ${operation} ${status} by ${user?.name ?? 'another project'} (${request_id})${summary ? `: ${summary}` : ''}`
}
