'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGoneMarker } from '@/components/layout/use-gone-marker'
import { UploadButton } from '@/components/new-image/upload-button'
import { QueryProblem } from '@/components/ui/loaded'
import { useOnce } from '@/components/ui/use-once'
import { isFiltered, previousPage } from '@/lib/client/image-search'
import { patiently } from '@/lib/client/patiently'
import { ImageFilters } from './image-filters'
import { ImageTable } from './image-table'
import { ImageTabs } from './image-tabs'
import { ListToolbar } from './list-toolbar'
import { Pager } from './pager'
import { useImageSearch } from './use-image-search'
import { useKeptList } from './use-last-list'
import { useLiveImages } from './use-live-images'
import { scopeOf, useSelection } from './use-selection'

const BulkBar = dynamic(
  patiently(() => import('./bulk/bulk-bar').then((module) => module.BulkBar)),
  { ssr: false },
)
const ImagesEmpty = dynamic(
  patiently(() => import('./images-empty').then((module) => module.ImagesEmpty)),
  { ssr: false },
)

/** The list of images. */
export function ImagesPage() {
  const t = useTranslations('images')
  const { project } = useSignedIn()
  const { search, change } = useImageSearch()
  useKeptList(search)
  const [held, setHeld] = useState(false)
  const { list, rows, gone, waiting, show, error, stale, refetch } = useLiveImages(search, held)
  useGoneMarker({ error, after: search.after, onBack: () => change(previousPage(search), 'replace') })
  const selection = useSelection(scopeOf(search, project.id), rows, gone)
  const chosenOnce = useOnce(selection.chosen.size > 0)
  const empty = list?.images.length === 0 && search.after.length === 0
  return (
    <>
      <PageHeader title={t('title')} actions={<UploadButton />} />
      <ImageTabs search={search} />
      <ImageFilters />
      <QueryProblem query={{ data: list, error, refetch }} />
      {(!empty || chosenOnce || isFiltered(search)) && (
        <ListToolbar waiting={waiting} onShow={show}>
          {chosenOnce && (
            <BulkBar selection={selection} rows={list?.images ?? []} more={search.after.length > 0 || list?.next !== undefined} />
          )}
        </ListToolbar>
      )}
      {empty ? (
        <ImagesEmpty />
      ) : (
        (rows || !error) && (
          <ImageTable images={rows} gone={gone} dimmed={stale || error !== null} selection={selection} onHold={setHeld} />
        )
      )}
      {list && !empty && <Pager list={list} />}
    </>
  )
}
