'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ExportButton } from '@/components/images/export-button'
import { HiddenMatches } from '@/components/images/hidden-matches'
import { ListToolbar } from '@/components/images/list-toolbar'
import { useImageList } from '@/components/images/use-image-list'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import { type AdminImageSearch, adminImagePath, imagePageQuery, orderOf } from '@/lib/client/admin-images'
import { wholeList } from '@/lib/client/image-search'
import { AdminImageTable } from './admin-image-table'
import { useAdminImageSearch } from './use-admin-image-search'
import { useMarkerPages } from './use-marker-pages'

/** What the filters let through; `owner` is the id of the project that they name. */
export function AdminImageList({ owner }: { owner: string | undefined }) {
  const t = useTranslations('adminImages')
  const { project } = useSignedIn()
  const { search, set, change } = useAdminImageSearch()
  const [openedAt] = useState(Date.now)
  const pathOf = (changes: Partial<AdminImageSearch>) => adminImagePath({ ...search, ...changes }, owner, openedAt)
  const path = pathOf({})
  const images = useImageList({ query: imagePageQuery(path, project.id), scope: pathOf(wholeList), after: search.after })
  const { list, rows, empty, error } = images
  const pages = useMarkerPages({ error, after: search.after, set })
  return (
    <>
      <QueryProblem query={{ data: list, error, refetch: images.refetch }} />
      {(!empty || images.bulk) && (
        <ListToolbar {...images}>
          <ExportButton path={path} />
        </ListToolbar>
      )}
      {empty ? (
        <Empty search={search} onClear={() => void set(null)}>
          {!search.hidden && (
            <HiddenMatches path={pathOf({ hidden: true })} by={foundBy(search)} onShow={() => change({ hidden: true })} />
          )}
        </Empty>
      ) : (
        (rows || !error) && (
          <AdminImageTable
            {...images}
            images={rows}
            dimmed={images.stale || error !== null}
            order={orderOf(search)}
            onOrder={change}
          />
        )
      )}
      {list && !empty && (
        <MarkerPager {...pages} next={list.next && list.images.at(-1)?.id} count={t('count', { count: list.images.length })} />
      )}
    </>
  )
}

/** What the images have in common that the filters let through. */
function foundBy({ name, project, status, stuck }: AdminImageSearch) {
  const others = project !== '' || status || stuck
  return others ? 'filters' : name.trim() === '' ? 'list' : 'name'
}

interface EmptyProps {
  search: AdminImageSearch
  onClear(): void
  children: ReactNode
}

function Empty({ search: { stuck, name }, onClear, children }: EmptyProps) {
  const t = useTranslations()
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-hairline bg-surface px-6 py-12 text-center">
      <p className="text-muted">{t(stuck ? 'adminImages.noneStuck' : 'adminImages.none')}</p>
      {name !== '' && <p className="text-muted text-table">{t('images.noMatchText')}</p>}
      {children}
      <Button onClick={onClear}>{t('action.clear')}</Button>
    </div>
  )
}
