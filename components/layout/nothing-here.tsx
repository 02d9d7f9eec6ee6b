'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { ProductMark } from './product'

/** What stands at an address that leads nowhere; laid out as the pages of the shell are, for somebody who may not be signed in. */
export function NothingHere() {
  const t = useTranslations('app')
  return (
    <>
      <header className="flex h-12 items-center border-hairline border-b bg-surface px-3 sm:px-4">
        <Link href="/images" className="flex items-center gap-2 rounded-control font-semibold text-body">
          <ProductMark />
          {t('name')}
        </Link>
      </header>
      <main className="px-4 py-6 sm:px-6">
        <div className="flex max-w-lg flex-col items-start gap-2 py-12">
          <h1 className="font-semibold text-page">{t('notFoundTitle')}</h1>
          <p className="text-muted">{t('notFoundText')}</p>
          <Link href="/images" className={buttonClass({ variant: 'primary', className: 'mt-4' })}>
            {t('toImages')}
          </Link>
        </div>
      </main>
    </>
  )
}
