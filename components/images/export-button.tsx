'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { PopoverButton } from '@/components/ui/popover-button'
import { useExport } from './use-export'

/** Takes every image of the list at that path of the API, on all pages, into a file. */
export function ExportButton({ path }: { path: string }) {
  const t = useTranslations('export')
  const { rows, start, stop } = useExport(path)
  if (rows !== null) {
    return (
      <span className="flex items-center gap-2 text-table">
        <span role="status" className="tabular-nums">
          {t('progress', { rows })}
        </span>
        <Button onClick={stop}>{t('cancel')}</Button>
      </span>
    )
  }
  return (
    <PopoverButton title={t('title')} icon={<Download size={14} aria-hidden />}>
      {(close) => (
        <div className="space-y-3">
          <p className="text-table">{t('text')}</p>
          <div className="flex gap-2">
            {(['csv', 'json'] as const).map((format) => (
              <Button
                key={format}
                onClick={() => {
                  close()
                  void start(format)
                }}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </div>
        </div>
      )}
    </PopoverButton>
  )
}
