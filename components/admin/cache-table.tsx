'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { Bytes } from '@/components/ui/bytes'
import { type Column, DataTable } from '@/components/ui/data-table'
import { RefusableButton } from '@/components/ui/refusable-button'
import { StateBadge } from '@/components/ui/state-badge'
import { toast } from '@/components/ui/toast'
import { useProblemToast } from '@/components/ui/use-problem-toast'
import { type CachedImage, type CacheSearch, cacheNodesQuery, cacheSearch, removeFromCache } from '@/lib/client/cache'
import { imageQueries } from '@/lib/client/image-queries'
import { inOrder } from '@/lib/client/table-order'
import { GoneImage, ImageLink } from './image-link'
import { useAdminRefusal } from './use-admin-refusal'

const shownAtFirst = 50

/** An image in the cache, or one that waits to be. */
interface Entry {
  id: string
  cached: CachedImage | null
}

interface Props {
  cached: readonly CachedImage[]
  queued: readonly string[]
}

/** What this node has cached, after what it will cache unless they are sorted by that. */
export function CacheTable({ cached, queued }: Props) {
  const t = useTranslations('adminCache')
  const [all, setAll] = useState(false)
  const [order, setOrder] = useQueryStates(cacheSearch, { history: 'push', scroll: false })
  const entries = sorted(cached, queued, order)
  const columns: Column<Entry, CacheSearch['sort']>[] = [
    { name: 'image', heading: t('column.image'), cell: (entry) => <Image entry={entry} /> },
    { name: 'state', heading: t('column.state'), sort: 'state', className: 'w-32', cell: (entry) => <State entry={entry} /> },
    {
      ...{ name: 'size', sort: 'size', first: 'desc' },
      heading: t('column.size'),
      number: true,
      className: 'hidden w-24 sm:table-cell',
      cell: (entry) => (entry.cached ? <Bytes value={entry.cached.size} /> : '—'),
    },
    {
      ...{ name: 'hits', sort: 'hits', first: 'desc' },
      heading: t('column.hits'),
      number: true,
      className: 'hidden w-20 md:table-cell',
      cell: (entry) => entry.cached?.hits ?? '—',
    },
    {
      ...{ name: 'used', sort: 'last_accessed', first: 'desc' },
      heading: t('column.used'),
      className: 'hidden w-32 md:table-cell',
      cell: (entry) => <Used entry={entry} />,
    },
    { name: 'nodes', heading: t('column.nodes'), className: 'hidden lg:table-cell', cell: (entry) => <Nodes entry={entry} /> },
    {
      name: 'actions',
      heading: t('column.actions'),
      quiet: true,
      className: 'w-12 px-2! py-0!',
      cell: ({ id }) => <Remove id={id} />,
    },
  ]
  if (entries.length === 0)
    return <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">{t('empty')}</p>
  return (
    <>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={all ? entries : entries.slice(0, shownAtFirst)}
        order={order}
        onOrder={(next) => void setOrder(next)}
        keyOf={({ id, cached: image }) => `${id} ${image === null}`}
        twoLines
      />
      {!all && entries.length > shownAtFirst && (
        <Button onClick={() => setAll(true)}>{t('showAll', { count: entries.length })}</Button>
      )}
    </>
  )
}

function sorted(cached: Props['cached'], queued: Props['queued'], { sort, dir }: CacheSearch): Entry[] {
  const waiting = queued.map((id): Entry => ({ id, cached: null }))
  const here = cached.map((image): Entry => ({ id: image.image_id, cached: image }))
  if (sort === 'state') return inOrder([...waiting, ...here], dir, (entry) => entry.cached !== null)
  return [...waiting, ...inOrder(here, dir, (entry) => entry.cached?.[sort] ?? null)]
}

function Image({ entry: { id, cached } }: { entry: Entry }) {
  const t = useTranslations('adminCache')
  const { project } = useSignedIn()
  const { data, error } = useQuery({ ...imageQueries.one(id, project.id), refetchInterval: false })
  return (
    <>
      {error ? <GoneImage id={id} /> : <ImageLink id={id} name={data?.name} />}
      {cached && (
        <p className="text-meta text-muted sm:hidden">
          <Bytes value={cached.size} /> · {t('hits', { count: cached.hits })}
        </p>
      )}
    </>
  )
}

function State({ entry: { cached } }: { entry: Entry }) {
  const t = useTranslations('adminCache')
  return <StateBadge tone={cached ? 'ok' : 'waiting'}>{t(cached ? 'isCached' : 'isQueued')}</StateBadge>
}

function Used({ entry: { cached } }: { entry: Entry }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  if (!cached) return '—'
  const time = new Date(cached.last_accessed * 1000)
  return (
    <time dateTime={time.toISOString()} title={format.dateTime(time, { dateStyle: 'full', timeStyle: 'long' })}>
      {format.relativeTime(time, now)}
    </time>
  )
}

function Nodes({ entry: { id, cached } }: { entry: Entry }) {
  const { project } = useSignedIn()
  const { data = [] } = useQuery({ ...cacheNodesQuery(id, project.id), enabled: cached !== null })
  return data.map((node) => (
    <code key={node} className="block break-all font-mono text-meta">
      {node}
    </code>
  ))
}

function Remove({ id }: { id: string }) {
  const t = useTranslations('adminCache')
  const client = useQueryClient()
  const showProblem = useProblemToast()
  const refusal = useAdminRefusal('cache_delete')
  const remove = useMutation({
    mutationFn: () => removeFromCache(id),
    onSuccess: () => toast.success(t('removed')),
    onError: (error) => showProblem(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['cache'] }),
  })
  return (
    <RefusableButton
      refusal={refusal}
      variant="quiet"
      aria-label={t('remove', { id })}
      onClick={() => remove.mutate()}
      className="px-2! text-muted"
    >
      <Trash2 size={16} aria-hidden />
    </RefusableButton>
  )
}
