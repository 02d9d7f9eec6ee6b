'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { TaskStatusBadge } from '@/components/admin/task-status'
import { useSignedIn } from '@/components/layout/session'
import { CopyButton } from '@/components/ui/copy-button'
import { Loaded } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { ServerWords } from '@/components/ui/server-words'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { useJoined } from '@/components/ui/use-joined'
import { askedOf, imageTasksQuery, isUnderWay } from '@/lib/client/image-activity'
import type { ImageTaskView } from '@/lib/contract/task'

const newestFirst = (a: ImageTaskView, b: ImageTaskView) => Date.parse(b.created_at) - Date.parse(a.created_at)

/** The imports into an image: how, into which stores, and what came of each. */
export function ImageTasks({ imageId }: { imageId: string }) {
  const t = useTranslations('activity')
  const { project } = useSignedIn()
  const query = useQuery(imageTasksQuery(imageId, project.id))
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="mb-2 font-semibold text-section">
        {t('tasks')}
      </h2>
      <Loaded query={query} loading={<SkeletonCard lines={1} />}>
        {(tasks) =>
          tasks.length === 0 ? (
            <p className="rounded-card border border-hairline bg-surface px-4 py-3 text-muted text-table">{t('noTasks')}</p>
          ) : (
            <ul aria-label={t('tasks')} className="divide-y divide-hairline rounded-card border border-hairline bg-surface">
              {[...tasks].sort(newestFirst).map((task) => (
                <TaskRow key={task.id} task={task} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function TaskRow({ task }: { task: ImageTaskView }) {
  const t = useTranslations('activity')
  const { items } = useJoined()
  const { method, from, stores } = askedOf(task)
  return (
    <li className="space-y-1 px-4 py-3 text-table">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <code className="font-medium font-mono text-meta">{method ?? task.type}</code>
        <TaskStatusBadge status={task.status} />
      </p>
      {from && <p className="wrap-anywhere font-mono text-meta">{from}</p>}
      {stores.length > 0 && <p className="wrap-anywhere">{t('toStores', { stores: items(stores) })}</p>}
      {task.message && (
        <p className="wrap-anywhere">
          <ServerWords sentence={task.message} />
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 text-meta text-muted">
        <span>
          {t('begun')} <Moment at={task.created_at} />
        </span>
        {!isUnderWay(task) && (
          <span>
            {t('ended')} <Moment at={task.updated_at} />
          </span>
        )}
      </p>
      <Id label={t('taskId')} id={task.id} />
      {task.request_id && <Id label={t('requestId')} id={task.request_id} />}
    </li>
  )
}

function Id({ label, id }: { label: string; id: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-meta text-muted">
      {label}
      <span className="flex min-w-0 items-center gap-1">
        <code className="min-w-0 break-all font-mono">{id}</code>
        <CopyButton text={id} what={label} />
      </span>
    </p>
  )
}
