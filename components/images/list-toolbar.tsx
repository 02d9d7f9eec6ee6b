'use client'

import { ArrowUp, Bookmark, Columns3 } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { PopoverButton } from '@/components/ui/popover-button'
import { patiently } from '@/lib/client/patiently'
import { ExportButton } from './export-button'

const ColumnChooser = dynamic(
  patiently(() => import('./column-chooser').then((module) => module.ColumnChooser)),
  { ssr: false },
)
const SavedViewsPanel = dynamic(
  patiently(() => import('./saved-views-panel').then((module) => module.SavedViewsPanel)),
  { ssr: false },
)

interface Props {
  /** How many images wait to be shown. */
  waiting: number
  onShow(): void
  /** What can be done with the chosen images. */
  children?: ReactNode
}

/** What stands above the rows, and keeps its place whether there is news or not. */
export function ListToolbar({ waiting, onShow, children }: Props) {
  const t = useTranslations('images')
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
      {children}
      <div role="status" className="empty:hidden">
        {waiting > 0 && (
          <Button variant="primary" onClick={onShow}>
            <ArrowUp size={14} aria-hidden />
            {t('waiting', { count: waiting })}
          </Button>
        )}
      </div>
      <div className="ml-auto flex gap-2">
        <PopoverButton title={t('views')} icon={<Bookmark size={14} aria-hidden />}>
          {(close) => <SavedViewsPanel onClose={close} />}
        </PopoverButton>
        <PopoverButton title={t('columns')} icon={<Columns3 size={14} aria-hidden />}>
          {() => <ColumnChooser />}
        </PopoverButton>
        <ExportButton />
      </div>
    </div>
  )
}
