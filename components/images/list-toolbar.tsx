'use client'

import { ArrowUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { patiently } from '@/lib/client/patiently'
import type { BulkBarProps } from './bulk/bulk-bar'

const BulkBar = dynamic(
  patiently(() => import('./bulk/bulk-bar').then((module) => module.BulkBar)),
  { ssr: false },
)

interface Props {
  /** How many images wait to be shown. */
  waiting: number
  show(): void
  /** What the chosen images are of; false until some were chosen. */
  bulk: BulkBarProps | false
  /** What can be done with the list. */
  children: ReactNode
}

/** What stands above the rows, and keeps its place whether there is news or not. */
export function ListToolbar({ waiting, show, bulk, children }: Props) {
  const t = useTranslations('images')
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
      {bulk && <BulkBar {...bulk} />}
      <div role="status" className="empty:hidden">
        {waiting > 0 && (
          <Button variant="primary" onClick={show}>
            <ArrowUp size={14} aria-hidden />
            {t('waiting', { count: waiting })}
          </Button>
        )}
      </div>
      <div data-page-actions className="ml-auto flex gap-2">
        {children}
      </div>
    </div>
  )
}
