'use client'

import { useTranslations } from 'use-intl'
import { NavigationList } from './navigation-list'

/** At the left where the window is wide. */
export function SideNavigation() {
  const t = useTranslations('app')
  return (
    <nav aria-label={t('mainNavigation')} className="hidden w-56 shrink-0 border-hairline border-r bg-surface px-2 md:block">
      <div className="sticky top-12 max-h-[calc(100dvh-48px)] overflow-y-auto py-4">
        <NavigationList />
      </div>
    </nav>
  )
}
