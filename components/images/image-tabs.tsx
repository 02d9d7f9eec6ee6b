'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { tabInSight } from '@/components/layout/tab-in-sight'
import { type ImageSearch, imagesHref, imageTabs } from '@/lib/client/image-search'

/** Whose images are listed. */
export function ImageTabs({ search }: { search: ImageSearch }) {
  const t = useTranslations('images')
  return (
    <nav aria-label={t('tabs')} className="-mx-4 mb-4 overflow-x-auto border-hairline border-b px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-4">
        {imageTabs.map((tab) => (
          <li key={tab}>
            <Link
              href={`/images${imagesHref({ ...search, tab, after: [], passed: 0 })}`}
              ref={tab === search.tab ? tabInSight : undefined}
              aria-current={tab === search.tab ? 'page' : undefined}
              className="block whitespace-nowrap border-transparent border-b-2 px-1 py-2 text-muted text-table hover:text-ink aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {t(`tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
