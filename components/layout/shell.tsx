'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { SharesBadge } from '@/components/sharing/shares-badge'
import { DropOverlay } from '@/components/uploads/drop-overlay'
import { UploadDock } from '@/components/uploads/upload-dock'
import { UploadSheetWhenOpen } from '@/components/uploads/upload-sheet-when-open'
import { UploadsPill } from '@/components/uploads/uploads-pill'
import { Commands } from './commands'
import { PhoneNavigation } from './phone-navigation'
import { ProductMark } from './product'
import { ProjectSwitcher } from './project-switcher'
import { useSettings } from './settings'
import { SideNavigation } from './side-navigation'
import { useKeptFocus } from './use-kept-focus'
import { UserMenu } from './user-menu'

/** What stands around every page. The dock lives here, so that no navigation ends an upload. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('app')
  const { settings } = useSettings()
  useKeptFocus()
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="skip-link rounded-control bg-primary px-3 py-1.5 text-on-primary">
        {t('skipToContent')}
      </a>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-hairline border-b bg-surface px-3 sm:gap-3 sm:px-4">
        <PhoneNavigation />
        <Link
          href="/images"
          aria-label={t('name')}
          className="flex items-center gap-2 rounded-control font-semibold text-body max-md:hidden"
        >
          <ProductMark />
          <span className="hidden sm:inline">{t('name')}</span>
        </Link>
        <span aria-hidden className="hidden h-5 w-px bg-hairline md:block" />
        <ProjectSwitcher />
        <div className="ml-auto flex items-center gap-1">
          <Commands />
          <UploadsPill />
          <SharesBadge />
          <UserMenu />
        </div>
      </header>
      <div className="flex flex-1">
        <SideNavigation />
        <main
          id="content"
          tabIndex={-1}
          data-density={settings.density}
          className="min-w-0 flex-1 px-4 pt-6 pb-[calc(var(--dock,0px)+24px)] outline-none sm:px-6"
        >
          {children}
        </main>
      </div>
      <DropOverlay />
      <UploadSheetWhenOpen />
      <UploadDock />
    </div>
  )
}
