'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { ImageGlyphs } from '@/components/images/image-name'
import { ImageStatusBadge } from '@/components/images/image-status'
import { ImageVisibility } from '@/components/images/image-visibility'
import { chosenLook, SelectImage, SelectPage } from '@/components/images/select-boxes'
import type { Selection } from '@/components/images/use-selection'
import { useProjectName } from '@/components/sharing/use-project-names'
import { Bytes } from '@/components/ui/bytes'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { ShownName } from '@/components/ui/shown-name'
import { stuckStatuses } from '@/lib/client/admin-images'
import type { SortKey } from '@/lib/client/image-search'
import type { ImageView } from '@/lib/client/image-view'
import { AdminImageMenu } from './admin-image-menu'
import { ImageLink } from './image-link'

interface Props {
  images: readonly ImageView[] | undefined
  /** Which of them are no longer there, and only keep their places. */
  gone: ReadonlySet<string>
  selection: Selection
  dimmed: boolean
  order: Order<SortKey>
  onOrder(order: Order<SortKey>): void
  /** Whether somebody points at a row or has the keyboard in one. */
  onHold(held: boolean): void
}

/** Images of all projects, with whose they are and since when they are as they are. */
export function AdminImageTable({ images, gone, selection, ...table }: Props) {
  const t = useTranslations('adminImages')
  const isChosen = ({ id }: ImageView) => selection.chosen.has(id)
  const isGone = ({ id }: ImageView) => gone.has(id)
  const columns: Column<ImageView, SortKey>[] = [
    {
      name: 'select',
      heading: <SelectPage images={images ?? []} gone={gone} selection={selection} />,
      className: 'w-10 py-0! pr-0!',
      cell: (image) => <SelectImage image={image} gone={isGone(image)} selected={isChosen(image)} onSelect={selection.toggle} />,
    },
    {
      name: 'name',
      heading: t('column.name'),
      sort: 'name',
      className: 'pr-0!',
      cell: (image) => <Name image={image} gone={isGone(image)} />,
    },
    {
      name: 'project',
      heading: t('column.project'),
      className: 'hidden w-[20%] pr-0! min-[1400px]:w-61 md:table-cell',
      cell: ({ owner }) => <Project id={owner} />,
    },
    {
      name: 'status',
      heading: t('column.status'),
      sort: 'status',
      className: 'w-28 max-sm:pr-0! sm:w-44 min-[1400px]:w-47',
      cell: (image) => <Status image={image} gone={isGone(image)} />,
    },
    {
      name: 'visibility',
      heading: t('column.visibility'),
      className: 'hidden w-26 pr-0! lg:table-cell',
      cell: ({ visibility }) => <ImageVisibility visibility={visibility} />,
    },
    {
      name: 'size',
      heading: t('column.size'),
      ...{ sort: 'size', first: 'desc' },
      number: true,
      className: 'hidden w-24 lg:table-cell',
      cell: ({ size }) => (size === null ? '—' : <Bytes value={size} />),
    },
    {
      name: 'updated',
      heading: t('column.updated'),
      ...{ sort: 'updated_at', first: 'desc' },
      className: 'hidden w-43 xl:table-cell',
      cell: ({ updated_at }) => <Moment at={updated_at} />,
    },
    {
      name: 'actions',
      heading: t('column.actions'),
      quiet: true,
      className: 'w-13 px-1.5! py-0! text-right',
      cell: (image) => <AdminImageMenu image={image} gone={isGone(image)} />,
    },
  ]
  return (
    <DataTable
      {...table}
      label={t('title')}
      columns={columns}
      rows={images}
      keyOf={({ id }) => id}
      lookOf={(image) => chosenLook(isChosen(image), isGone(image))}
      twoLines
    />
  )
}

function Name({ image, gone }: { image: ImageView; gone: boolean }) {
  return (
    <>
      <ImageLink id={image.id} name={image.name} gone={gone}>
        <ImageGlyphs image={image} />
      </ImageLink>
      <div className="md:hidden">
        <Project id={image.owner} />
      </div>
    </>
  )
}

function Project({ id }: { id: string | null }) {
  const t = useTranslations('adminImages')
  const nameOf = useProjectName()
  if (id === null) return <span className="text-muted">{t('nobody')}</span>
  const name = nameOf(id)
  return (
    <>
      {name !== id && (
        <span className="line-clamp-2 compact:line-clamp-1">
          <ShownName name={name} />
        </span>
      )}
      <code
        title={id}
        className={clsx('block truncate font-mono text-meta text-muted', name !== id && 'max-sm:hidden compact:hidden')}
      >
        {id}
      </code>
    </>
  )
}

function Status({ image, gone }: { image: ImageView; gone: boolean }) {
  const t = useTranslations('adminImages')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  if (gone) return <ImageStatusBadge status="deleted" />
  const waits = stuckStatuses.some((status) => status === image.status)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        <ImageStatusBadge status={image.status} />
        {waits && (
          <Link
            href={`/admin/tasks?image=${image.id}`}
            className="min-h-6 min-w-6 text-meta text-primary leading-6 underline-offset-2 hover:underline"
          >
            {t('toTasks')}
          </Link>
        )}
      </div>
      {waits && (
        <p className="text-meta text-muted">{t('since', { ago: format.relativeTime(new Date(image.updated_at), now) })}</p>
      )}
    </>
  )
}
