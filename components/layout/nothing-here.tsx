'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { Outside } from './outside'

/** What stands at an address that leads nowhere; laid out as the pages of the shell are, for somebody who may not be signed in. */
export function NothingHere() {
  const t = useTranslations('app')
  return (
    <Outside>
      <div className="flex max-w-lg flex-col items-start gap-2 py-12">
        <h1 className="font-semibold text-page">{t('notFoundTitle')}</h1>
        <p className="text-muted">{t('notFoundText')}</p>
        <Link href="/images" className={buttonClass({ variant: 'primary', className: 'mt-4' })}>
          {t('toImages')}
        </Link>
      </div>
    </Outside>
  )
}
