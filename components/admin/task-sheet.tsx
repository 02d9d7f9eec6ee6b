'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Loaded } from '@/components/ui/loaded'
import { Moment } from '@/components/ui/moment'
import { ServerWords } from '@/components/ui/server-words'
import { Sheet } from '@/components/ui/sheet'
import { SkeletonLines } from '@/components/ui/skeleton'
import { taskQuery } from '@/lib/client/tasks'
import type { TaskView } from '@/lib/contract/task'
import { TaskStatusBadge } from './task-status'

/** All that is known of one task. */
export function TaskSheet({ id, onClose }: { id: string; onClose(): void }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const query = useQuery(taskQuery(id, project.id))
  return (
    <Sheet
      open
      onClose={onClose}
      title={query.data ? t(`adminTasks.type.${query.data.type}`) : t('adminTasks.task')}
      lead={id}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <Loaded query={query} loading={<SkeletonLines count={6} />}>
        {(task) => <Facts task={task} />}
      </Loaded>
    </Sheet>
  )
}

function Facts({ task }: { task: TaskView }) {
  const t = useTranslations('adminTasks')
  const owner = useProjectName()(task.owner)
  return (
    <div className="space-y-4 text-table">
      <TaskStatusBadge status={task.status} />
      {task.message && (
        <p className="whitespace-pre-wrap wrap-anywhere">
          <ServerWords sentence={task.message} />
        </p>
      )}
      <dl className="space-y-2">
        <Fact name={t('fact.image')}>
          {task.image_id === undefined ? (
            '—'
          ) : (
            <Link href={`/images/${task.image_id}`} className="break-all font-mono text-meta text-primary underline">
              {task.image_id}
            </Link>
          )}
        </Fact>
        <Fact name={t('fact.owner')}>
          {owner} {owner !== task.owner && <code className="break-all font-mono text-meta text-muted">{task.owner}</code>}
        </Fact>
        <Fact name={t('fact.user')}>
          <code className="break-all font-mono text-meta">{task.user_id ?? '—'}</code>
        </Fact>
        <Fact name={t('fact.request')}>
          <code className="break-all font-mono text-meta">{task.request_id ?? '—'}</code>
          {task.request_id && <CopyButton text={task.request_id} what={t('fact.request')} />}
        </Fact>
        <Fact name={t('fact.created')}>
          <Moment at={task.created_at} />
        </Fact>
        <Fact name={t('fact.updated')}>
          <Moment at={task.updated_at} />
        </Fact>
        {task.expires_at && (
          <Fact name={t('fact.expires')}>
            <Moment at={task.expires_at} />
          </Fact>
        )}
      </dl>
      <Json title={t('input')} value={task.input} />
      <Json title={t('result')} value={task.result} />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2">
      <dt className="text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-1">{children}</dd>
    </div>
  )
}

function Json({ title, value }: { title: string; value: unknown }) {
  const t = useTranslations('adminTasks')
  return (
    <section>
      <h3 className="mb-1 font-medium">{title}</h3>
      {value === null || value === undefined ? (
        <p className="text-muted">{t('nothing')}</p>
      ) : (
        <pre className="whitespace-pre-wrap rounded-control border border-hairline bg-canvas p-3 font-mono text-meta wrap-anywhere">
          {JSON.stringify(value, null, 2)}
        </pre>
      )}
    </section>
  )
}
