'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { Draft } from '@/lib/client/uploads/draft'

interface Props {
  drafts: readonly Draft[]
  onTakeIn(id: string): void
}

/** What lay in a dropped folder beside its images, and how to send it all the same. */
export function LeftOut({ drafts, onTakeIn }: Props) {
  const t = useTranslations('upload')
  if (drafts.length === 0) return null
  return (
    <section aria-label={t('leftOut', { count: drafts.length })} className="rounded-card bg-canvas px-4 py-3">
      <p className="font-medium text-body">{t('leftOut', { count: drafts.length })}</p>
      <ul className="mt-2 space-y-1">
        {drafts.map(({ id, file }) => (
          <li key={id} className="flex items-center justify-between gap-2">
            <span className="min-w-0 wrap-anywhere font-mono text-table">{file.name}</span>
            <Button size="small" aria-label={t('takeInFile', { file: file.name })} onClick={() => onTakeIn(id)}>
              {t('takeIn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
