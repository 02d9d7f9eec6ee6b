'use client'

import { SearchX } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FirstRun } from '@/components/help/first-run'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { UploadButton } from '@/components/new-image/upload-button'
import { Button, buttonClass } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useOnce } from '@/components/ui/use-once'
import { isFiltered, noFilters } from '@/lib/client/image-search'
import { ImageFilters } from './image-filters'
import { ImageTable } from './image-table'
import { ImageTabs } from './image-tabs'
import { ListToolbar } from './list-toolbar'
import { Pager } from './pager'
import { useImageSearch } from './use-image-search'
import { useLiveImages } from './use-live-images'
import { scopeOf, useSelection } from './use-selection'

const BulkBar = dynamic(() => import('./bulk/bulk-bar').then((module) => module.BulkBar), { ssr: false })

/** The list of images. */
export function ImagesPage() {
  const t = useTranslations('images')
  const { project } = useSignedIn()
  const { search } = useImageSearch()
  const [held, setHeld] = useState(false)
  const { list, rows, waiting, show, error, stale, refetch } = useLiveImages(search, held)
  const selection = useSelection(scopeOf(search, project.id), rows)
  const chosenOnce = useOnce(selection.chosen.size > 0)
  const empty = list?.images.length === 0 && search.after.length === 0
  return (
    <>
      <PageHeader title={t('title')} actions={<UploadButton />} />
      <ImageTabs search={search} />
      <ImageFilters />
      {error && (
        <div className="mb-4">
          <ProblemNotice error={error} onRetry={refetch} stale={list !== undefined} />
        </div>
      )}
      {(!empty || chosenOnce || isFiltered(search)) && (
        <ListToolbar waiting={waiting} onShow={show}>
          {chosenOnce && <BulkBar selection={selection} more={search.after.length > 0 || list?.next !== undefined} />}
        </ListToolbar>
      )}
      {empty ? (
        <Empty />
      ) : (
        (rows || !error) && <ImageTable images={rows} dimmed={stale || error !== null} selection={selection} onHold={setHeld} />
      )}
      {list && !empty && <Pager list={list} />}
    </>
  )
}

function Empty() {
  const t = useTranslations()
  const { search, change } = useImageSearch()
  if (isFiltered(search)) {
    return (
      <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
        <SearchX size={24} aria-hidden className="text-muted" />
        <h2 className="font-semibold text-section">{t('images.noMatchTitle')}</h2>
        <p className="text-muted text-table">{t('images.noMatchText')}</p>
        <Button className="mt-3" onClick={() => change(noFilters)}>
          {t('action.clear')}
        </Button>
      </div>
    )
  }
  if (search.tab === 'ours') return <FirstRun />
  if (search.tab === 'shared') return <NothingShared />
  return (
    <p className="rounded-card border border-hairline bg-surface px-6 py-16 text-center text-muted">{t('images.emptyOther')}</p>
  )
}

function NothingShared() {
  const t = useTranslations('images')
  const { project } = useSignedIn()
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
      <p className="max-w-120 text-muted">{t('emptyShared', { project: project.name })}</p>
      <Link href="/shares" className={buttonClass()}>
        {t('toShares')}
      </Link>
    </div>
  )
}
