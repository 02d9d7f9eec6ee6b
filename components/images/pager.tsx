'use client'

import { ChevronLeft, ChevronRight, ChevronsLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type ImageSearch, nextPage, pageSizes, previousPage } from '@/lib/client/image-search'
import type { ImageList } from '@/lib/client/image-view'
import { useImageSearch } from './use-image-search'

/** Pages by marker: the address holds the way back. */
export function Pager({ list }: { list: ImageList }) {
  const t = useTranslations('images')
  const { search, change } = useImageSearch()
  const { after, passed } = search
  const last = list.images.at(-1)
  const following = list.next !== undefined && last ? nextPage(search, last.id) : null
  const turn = (page: Partial<Pick<ImageSearch, 'after' | 'passed'>>) => {
    change(page)
    window.scrollTo({ top: 0 })
  }
  return (
    <nav aria-label={t('pages')} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted text-table">
      <p>{t('count', { count: list.images.length })}</p>
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2">
          <span className="hidden sm:inline">{t('perPage')}</span>
          <select
            aria-label={t('perPage')}
            value={search.limit}
            onChange={(event) => change({ limit: pageSizes.find((size) => size === Number(event.target.value)) ?? null })}
            className="h-8 rounded-control border border-control bg-surface px-1 text-ink"
          >
            {pageSizes.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
        <span className="px-1 tabular-nums">{t('page', { page: passed + after.length + 1 })}</span>
        <Button disabled={after.length === 0} onClick={() => turn({})} aria-label={t('first')} className="px-2">
          <ChevronsLeft size={16} aria-hidden />
        </Button>
        <Button disabled={after.length === 0} onClick={() => turn(previousPage(search))}>
          <ChevronLeft size={16} aria-hidden />
          <span className="max-sm:sr-only">{t('previous')}</span>
        </Button>
        <Button disabled={!following} onClick={() => following && turn(following)}>
          <span className="max-sm:sr-only">{t('next')}</span>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
