'use client'

import { ChevronLeft, ChevronRight, ChevronsLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from './button'

interface Props {
  /** The last entry of each page before this one: the way back. */
  after: readonly string[]
  /** The last entry of this page, where more follow. */
  next: string | undefined
  /** How many entries this page has, in words. */
  count: string
  onChange(after: string[]): void
}

/** Pages of a list that the server cuts by markers. */
export function MarkerPager({ after, next, count, onChange }: Props) {
  const t = useTranslations('images')
  return (
    <nav aria-label={t('pages')} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted text-table">
      <p>{count}</p>
      <div className="flex flex-wrap items-center gap-2">
        <span className="px-1 tabular-nums">{t('page', { page: after.length + 1 })}</span>
        <Button disabled={after.length === 0} onClick={() => onChange([])} aria-label={t('first')} className="px-2">
          <ChevronsLeft size={16} aria-hidden />
        </Button>
        <Button disabled={after.length === 0} onClick={() => onChange(after.slice(0, -1))}>
          <ChevronLeft size={16} aria-hidden />
          <span className="max-sm:sr-only">{t('previous')}</span>
        </Button>
        <Button disabled={next === undefined} onClick={() => next !== undefined && onChange([...after, next])}>
          <span className="max-sm:sr-only">{t('next')}</span>
          <ChevronRight size={16} aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
