'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ProductMark } from './product'

/** What stands around a page for somebody who may not be signed in. */
export function Outside({ children }: { children: ReactNode }) {
  const t = useTranslations('app')
  return (
    <>
      <header className="flex h-12 items-center border-hairline border-b bg-surface px-3 sm:px-4">
        <Link href="/images" className="flex items-center gap-2 rounded-control font-semibold text-body">
          <ProductMark />
          {t('name')}
        </Link>
      </header>
      <main className="px-4 py-6 sm:px-6">{children}</main>
    </>
  )
}
