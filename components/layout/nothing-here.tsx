'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'

/** What stands at an address that leads nowhere. */
export function NothingHere() {
  const t = useTranslations('app')
  return (
    <main className="mx-auto flex max-w-md flex-col items-start gap-2 px-6 py-24">
      <h1 className="font-semibold text-page">{t('notFoundTitle')}</h1>
      <p className="text-muted">{t('notFoundText')}</p>
      <Link href="/images" className={buttonClass({ variant: 'primary', className: 'mt-4' })}>
        {t('toImages')}
      </Link>
    </main>
  )
}
