'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { ImageStatusBadge } from '@/components/images/image-status'
import { stuckStatuses } from '@/lib/client/admin-images'

/** What each status means for an image that stays in it, and what to do. */
export function StuckHelp() {
  const t = useTranslations('adminImages')
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-4 rounded-card border border-hairline bg-surface p-4">
      <h2 id={id} className="mb-2 font-semibold text-section">
        {t('stuckTitle')}
      </h2>
      <dl className="grid gap-x-4 gap-y-2 text-table sm:grid-cols-[8rem_minmax(0,1fr)]">
        {stuckStatuses.map((status) => (
          <div key={status} className="contents">
            <dt>
              <ImageStatusBadge status={status} />
            </dt>
            <dd className="max-w-180">{t(`stuckText.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
