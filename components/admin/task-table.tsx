'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { ServerWords } from '@/components/ui/server-words'
import { ShownName } from '@/components/ui/shown-name'
import { Skeleton } from '@/components/ui/skeleton'
import { imageQueries } from '@/lib/client/image-queries'
import { isUnderway, type ListedTask, type TaskSortKey, taskQuery } from '@/lib/client/tasks'
import { GoneImage, ImageLink } from './image-link'
import { TaskStatusBadge } from './task-status'

interface Props {
  tasks: readonly ListedTask[] | undefined
  dimmed: boolean
  order: Order<TaskSortKey>
  onOrder(order: Order<TaskSortKey>): void
  onOpen(id: string): void
}

/** Tasks, each with the way to all that is known of it. */
export function TaskTable({ tasks, dimmed, order, onOrder, onOpen }: Props) {
  const t = useTranslations('adminTasks')
  const columns: Column<ListedTask, TaskSortKey>[] = [
    {
      name: 'task',
      heading: t('column.task'),
      sort: 'type',
      className: 'w-[30%] xl:w-[24%]',
      cell: (task) => <Task task={task} onOpen={onOpen} />,
    },
    {
      name: 'status',
      heading: t('column.status'),
      sort: 'status',
      className: 'w-28 sm:w-32',
      cell: ({ status }) => <TaskStatusBadge status={status} />,
    },
    { name: 'image', heading: t('column.image'), sort: 'image_id', cell: (task) => <Image task={task} /> },
    {
      name: 'owner',
      heading: t('column.owner'),
      sort: 'owner',
      className: 'hidden w-[14%] lg:table-cell',
      cell: ({ owner }) => <Owner id={owner} />,
    },
    { name: 'message', heading: t('column.message'), className: 'hidden md:table-cell', cell: (task) => <Message task={task} /> },
    {
      ...{ name: 'age', sort: 'created_at', first: 'desc' },
      heading: t('column.age'),
      className: 'hidden w-48 sm:table-cell',
      cell: (task) => <Age task={task} />,
    },
  ]
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={tasks}
      keyOf={({ id }) => id}
      dimmed={dimmed}
      order={order}
      onOrder={onOrder}
      twoLines
    />
  )
}

function Task({ task, onOpen }: { task: ListedTask; onOpen(id: string): void }) {
  const t = useTranslations('adminTasks')
  return (
    <>
      <button
        type="button"
        aria-label={t('open', { type: t(`type.${task.type}`), id: task.id })}
        onClick={() => onOpen(task.id)}
        className="target-line block w-fit rounded-control text-left font-medium underline-offset-2 hover:underline"
      >
        {t(`type.${task.type}`)}
      </button>
      <code title={task.id} className="block truncate font-mono text-meta text-muted sm:compact:hidden">
        {task.id}
      </code>
      <div className="sm:hidden">
        <Age task={task} />
      </div>
    </>
  )
}

/** What the list itself may not say of a task. */
function useWhole(task: ListedTask) {
  const { project } = useSignedIn()
  const { data } = useQuery({ ...taskQuery(task.id, project.id, task), enabled: task.message === undefined })
  return task.message === undefined ? data : task
}

function Image({ task }: { task: ListedTask }) {
  const { project } = useSignedIn()
  const whole = useWhole(task)
  const id = whole?.image_id
  const { data: image, error } = useQuery({
    ...imageQueries.one(id ?? '', project.id),
    enabled: id !== undefined,
    refetchInterval: false,
  })
  if (!whole) return <Skeleton className="h-4 w-24" />
  if (id === undefined) return <span className="text-muted">—</span>
  return error ? <GoneImage id={id} /> : <ImageLink id={id} name={image?.name} />
}

function Message({ task }: { task: ListedTask }) {
  const whole = useWhole(task)
  return <span className="line-clamp-2">{whole?.message ? <ServerWords sentence={whole.message} /> : '—'}</span>
}

function Owner({ id }: { id: string }) {
  const name = useProjectName()(id)
  return (
    <span className="line-clamp-2">
      <ShownName name={name} />
    </span>
  )
}

function Age({ task }: { task: ListedTask }) {
  const t = useTranslations('adminTasks')
  const format = useFormatter()
  const now = useNow({ updateInterval: 5_000 })
  const ago = (time: string) => format.relativeTime(new Date(time), now)
  return (
    <p className="text-meta text-muted">
      {t('began', { ago: ago(task.created_at) })}
      <br />
      {t(isUnderway(task) ? 'lastSaid' : 'ended', { ago: ago(task.updated_at) })}
    </p>
  )
}
