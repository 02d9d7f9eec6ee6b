'use client'

import { EyeOff, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { FirstRun } from '@/components/help/first-run'
import { useSignedIn } from '@/components/layout/session'
import { Button, buttonClass } from '@/components/ui/button'
import { activeFilters, type ImageSearch, imageListPath, isFiltered, noFilters } from '@/lib/client/image-search'
import { HiddenMatches } from './hidden-matches'
import { useMatches } from './match-hint'
import { OtherTabMatches } from './other-tab-matches'
import { useImageSearch } from './use-image-search'

/** What stands in place of the list where there is nothing to list: why, and the way on. */
export function ImagesEmpty() {
  const { search } = useImageSearch()
  if (!isFiltered(search)) return <NoneListed />
  const onlyHidden = activeFilters(search).every(({ name }) => name === 'os_hidden')
  return onlyHidden ? <NoneHidden /> : <NoMatch />
}

/** Where the API lists the hidden images of a view. */
function useHiddenPath(search: ImageSearch): string {
  const { project } = useSignedIn()
  return imageListPath({ ...search, os_hidden: 'true', after: [] }, project.id)
}

function NoneListed() {
  const t = useTranslations('images')
  const { search, change } = useImageSearch()
  const path = useHiddenPath(search)
  const { count, isLoading } = useMatches(path)
  if (isLoading) return null
  if (count > 0) return <AllHidden path={path} onShow={() => change({ os_hidden: 'true' })} />
  if (search.tab === 'ours') return <FirstRun />
  if (search.tab === 'shared') return <NothingShared />
  return <p className="rounded-card border border-hairline bg-surface px-6 py-16 text-center text-muted">{t('emptyOther')}</p>
}

function AllHidden({ path, onShow }: { path: string; onShow(): void }) {
  const t = useTranslations('images')
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
      <EyeOff size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{t('allHidden')}</h2>
      <HiddenMatches path={path} by="list" onShow={onShow} />
    </div>
  )
}

/** Where the last hidden image has just been shown again, too. */
function NoneHidden() {
  const t = useTranslations('images')
  const { change } = useImageSearch()
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
      <EyeOff size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{t('noneHidden')}</h2>
      <p className="text-muted text-table">{t('noneHiddenText')}</p>
      <Button className="mt-3" onClick={() => change(noFilters)}>
        {t('toUsual')}
      </Button>
    </div>
  )
}

function NoMatch() {
  const t = useTranslations()
  const { search, change } = useImageSearch()
  const hiddenPath = useHiddenPath(search)
  const hint = search.name.length > 0 ? 'noMatchText' : 'noMatchOther'
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-hairline bg-surface px-6 py-16 text-center">
      <SearchX size={24} aria-hidden className="text-muted" />
      <h2 className="font-semibold text-section">{t('images.noMatchTitle')}</h2>
      <p className="text-muted text-table">{t(`images.${hint}`)}</p>
      {search.os_hidden === null && (
        <HiddenMatches
          path={hiddenPath}
          by={search.name.length > 0 && activeFilters(search).length === 1 ? 'name' : 'filters'}
          onShow={() => change({ os_hidden: 'true' })}
        />
      )}
      {search.name.length > 0 && search.tab !== 'all' && <OtherTabMatches search={search} />}
      <Button className="mt-3" onClick={() => change(noFilters)}>
        {t('action.clear')}
      </Button>
    </div>
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
