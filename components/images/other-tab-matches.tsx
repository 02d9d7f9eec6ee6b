'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { buttonClass } from '@/components/ui/button'
import { amongAll } from '@/lib/client/all-tabs'
import { type ImageSearch, imageListPath, imagesHref } from '@/lib/client/image-search'
import { MatchHint } from './match-hint'

/** Says of a tab without a match that other tabs have some, and leads to all of them. */
export function OtherTabMatches({ search }: { search: ImageSearch }) {
  const t = useTranslations('images')
  const { project } = useSignedIn()
  const wider = amongAll(search)
  return (
    <MatchHint
      path={imageListPath(wider, project.id)}
      text={(count, more) => t(more ? 'otherTabsMany' : 'otherTabs', { count })}
      way={(count) => (
        <Link href={`/images${imagesHref(wider)}`} className={buttonClass({ size: 'small' })}>
          {t('hiddenShow', { count })}
        </Link>
      )}
    />
  )
}
