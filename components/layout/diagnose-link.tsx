'use client'

import { Stethoscope } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { diagnosticsHref } from '@/lib/client/own-path'

/** The way to find out why something was refused: a request by its id, or an image that is missed. */
export function DiagnoseLink(about: Parameters<typeof diagnosticsHref>[0]) {
  const t = useTranslations('diagnostics')
  return (
    <Link href={diagnosticsHref(about)} className={buttonClass({ size: 'small' })}>
      <Stethoscope size={14} aria-hidden />
      {t('diagnose')}
    </Link>
  )
}
