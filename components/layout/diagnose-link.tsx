'use client'

import { Stethoscope } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { diagnosticsHref } from '@/lib/client/own-path'

type Props = Parameters<typeof diagnosticsHref>[0] & {
  /** As large as the buttons beside it. */
  size?: 'small' | 'normal'
}

/** The way to find out why something was refused: a request by its id, or an image that is missed. */
export function DiagnoseLink({ size = 'normal', ...about }: Props) {
  const t = useTranslations('diagnostics')
  return (
    <Link href={diagnosticsHref(about)} className={buttonClass({ size })}>
      <Stethoscope size={size === 'small' ? 14 : 16} aria-hidden />
      {t('diagnose')}
    </Link>
  )
}
