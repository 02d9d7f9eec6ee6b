'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { QueryProblem } from '@/components/ui/loaded'
import { MarkerPager } from '@/components/ui/marker-pager'
import { Notice } from '@/components/ui/notice'
import { copyableImagesPath, imageOrder, imagePageQuery, orderOf } from '@/lib/client/admin-images'
import type { ImageView } from '@/lib/client/image-view'
import { importMethodsQuery } from '@/lib/client/stores'
import type { StoreOverviewView } from '@/lib/contract/store-overview'
import { CopyBar } from './copy-bar'
import { NameFilter } from './name-filter'
import { StoreCopiesTable } from './store-copies-table'
import { useMarkerPages } from './use-marker-pages'

/** Which images lie in which stores: copies are made of chosen ones, and removed one by one. */
export function StoreCopies({ stores }: { stores: readonly StoreOverviewView[] }) {
  const t = useTranslations('adminStores')
  const { project } = useSignedIn()
  const [search, set] = useQueryStates(
    { name: parseAsString.withDefault(''), ...imageOrder, after: parseAsArrayOf(parseAsString).withDefault([]) },
    { history: 'push', scroll: false },
  )
  const { name, after } = search
  const path = copyableImagesPath(search)
  const query = useQuery(imagePageQuery(path, project.id))
  const { data, error, isPlaceholderData } = query
  const pages = useMarkerPages({ error, after, set })
  const [chosen, setChosen] = useState<readonly ImageView[]>([])
  const { data: methods } = useQuery(importMethodsQuery)
  const canCopy = methods?.includes('copy-image') ?? true
  const images = data?.images
  return (
    <section aria-labelledby="copies">
      <h2 id="copies" className="font-semibold text-section">
        {t('copies')}
      </h2>
      <p className="mb-3 text-muted text-table">{t('copiesText')}</p>
      {!canCopy && (
        <div className="mb-3">
          <Notice tone="attention" title={t('copyOff')}>
            <p>{t('copyOffText')}</p>
          </Notice>
        </div>
      )}
      <search aria-label={t('filters')} className="mb-3 flex flex-wrap gap-2">
        <NameFilter name={name} onChange={(next) => void set({ name: next || null, after: null })} />
      </search>
      {canCopy && <CopyBar chosen={chosen} stores={stores} onDone={() => setChosen([])} />}
      <QueryProblem query={query} />
      {images?.length === 0 ? (
        <p className="rounded-card border border-hairline bg-surface px-6 py-10 text-center text-muted">
          {t(name === '' ? 'nothingStored' : 'noMatch')}
        </p>
      ) : (
        (images || !error) && (
          <StoreCopiesTable
            images={images}
            stores={stores}
            chosen={chosen}
            onChoose={setChosen}
            dimmed={isPlaceholderData || error !== null}
            order={orderOf({ ...search, stuck: null })}
            onOrder={(order) => void set({ ...order, after: null })}
          />
        )
      )}
      {data && (data.images.length > 0 || after.length > 0) && (
        <MarkerPager {...pages} next={data.next && data.images.at(-1)?.id} count={t('count', { count: data.images.length })} />
      )}
    </section>
  )
}
