'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useGoneMarker } from '@/components/layout/use-gone-marker'
import { UploadButton } from '@/components/new-image/upload-button'
import { QueryProblem } from '@/components/ui/loaded'
import { imageQueries } from '@/lib/client/image-queries'
import { imageListPath, isFiltered, previousPage, wholeList } from '@/lib/client/image-search'
import { patiently } from '@/lib/client/patiently'
import { ImageFilters } from './image-filters'
import { ImageTable } from './image-table'
import { ImageTabs } from './image-tabs'
import { ListToolbar } from './list-toolbar'
import { ListTools } from './list-tools'
import { Pager } from './pager'
import { useImageList } from './use-image-list'
import { useImageSearch } from './use-image-search'
import { useKeptList } from './use-last-list'

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
  const images = useImageList({
    query: imageQueries.list(search, project.id),
    scope: imageListPath({ ...search, ...wholeList }, project.id),
    after: search.after,
  })
  const { list, rows, empty, error } = images
  useGoneMarker({ error, after: search.after, onBack: () => change(previousPage(search), 'replace') })
  return (
    <>
      <PageHeader title={t('title')} actions={<UploadButton />} />
      <ImageTabs search={search} />
      <ImageFilters />
      <QueryProblem query={{ data: list, error, refetch: images.refetch }} />
      {(!empty || images.bulk || isFiltered(search)) && (
        <ListToolbar {...images}>
          <ListTools />
        </ListToolbar>
      )}
      {empty ? (
        <ImagesEmpty />
      ) : (
        (rows || !error) && <ImageTable {...images} images={rows} dimmed={images.stale || error !== null} />
      )}
      {list && !empty && <Pager list={list} />}
    </>
  )
}
