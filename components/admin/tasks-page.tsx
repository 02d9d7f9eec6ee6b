'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import { type TaskSearch, taskListQuery, taskSearch } from '@/lib/client/tasks'
import { taskStatuses } from '@/lib/contract/task'
import { Permitted } from './permitted'
import { TaskSheet } from './task-sheet'
import { TaskTable } from './task-table'
import { useMarkerPages } from './use-marker-pages'

/** What goes on, and went on, after its request was answered: imports and copies of images. */
export function TasksPage() {
  const t = useTranslations('adminTasks')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Permitted action="tasks_api_access">
        <Tasks />
      </Permitted>
    </>
  )
}

function Tasks() {
  const t = useTranslations('adminTasks')
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(taskSearch, { history: 'push', scroll: false })
  const query = useQuery(taskListQuery(search, project.id))
  const { data, error, isPlaceholderData } = query
  const pages = useMarkerPages({ error, after: search.after, set })
  const empty = data?.tasks.length === 0 && search.after.length === 0
  const filtered = search.status !== null || search.image !== null
  return (
    <>
      <Filters search={search} onChange={(changes) => void set({ after: null, ...changes })} />
      <QueryProblem query={query} />
      {empty && (
        <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">
          {t(filtered ? 'noMatch' : 'none')}
        </p>
      )}
      {!empty && (data || !error) && (
        <TaskTable
          tasks={data?.tasks}
          dimmed={isPlaceholderData || error !== null}
          order={search}
          onOrder={(order) => void set({ after: null, ...order })}
          onOpen={(task) => void set({ task })}
        />
      )}
      {data && !empty && (
        <MarkerPager {...pages} next={data.next && data.tasks.at(-1)?.id} count={t('count', { count: data.tasks.length })} />
      )}
      {search.task && <TaskSheet id={search.task} onClose={() => void set({ task: null })} />}
    </>
  )
}

interface FiltersProps {
  search: TaskSearch
  onChange(changes: Partial<{ [K in keyof TaskSearch]: TaskSearch[K] | null }>): void
}

function Filters({ search, onChange }: FiltersProps) {
  const t = useTranslations('adminTasks')
  return (
    <search aria-label={t('filters')} className="mb-4 flex flex-wrap items-center gap-2">
      <select
        aria-label={t('status')}
        value={search.status ?? ''}
        onChange={(event) => onChange({ status: taskStatuses.find((status) => status === event.target.value) ?? null })}
        className={`${controlClass} max-w-48`}
      >
        <option value="">{t('anyStatus')}</option>
        {taskStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`statusName.${status}`)}
          </option>
        ))}
      </select>
      {search.image && (
        <Button onClick={() => onChange({ image: null })} className="h-auto! min-h-8 whitespace-normal text-left wrap-anywhere">
          {t('ofImage', { id: search.image })}
          <X size={14} aria-label={t('allImages')} className="shrink-0" />
        </Button>
      )}
    </search>
  )
}
