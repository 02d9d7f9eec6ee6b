'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { ProgressBar } from '@/components/ui/progress-bar'
import { StateBadge } from '@/components/ui/state-badge'
import { imageTasksQuery, isUnderWay, storedIn } from '@/lib/client/image-activity'
import { type ImageView, listIn, storesOf } from '@/lib/client/image-view'
import type { StoreChoice } from '@/lib/client/store-choices'
import { storesToCome } from '@/lib/client/stores'

interface Props {
  store: StoreChoice
  image: ImageView
  chosen: boolean
  onToggle(): void
}

/** One store: whether it has the data, is getting them, or can be chosen. */
export function StoreRow({ store, image, chosen, onToggle }: Props) {
  const t = useTranslations('storeCopy')
  const id = useId()
  const has = storesOf(image).includes(store.id)
  const coming = storesToCome(image).includes(store.id)
  const readOnly = store['read-only'] === 'true'
  return (
    <li className="px-4 py-3">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        <input
          type="checkbox"
          id={id}
          checked={chosen || has || coming}
          disabled={has || coming || readOnly}
          onChange={onToggle}
          className="size-4 shrink-0 accent-primary"
        />
        <label htmlFor={id} className="min-w-0 flex-1 text-body">
          <span className="wrap-anywhere font-medium">{store.id}</span>
          {store.description && <span className="block text-meta text-muted">{store.description}</span>}
        </label>
        {has && <StateBadge tone="ok">{t('has')}</StateBadge>}
        {coming && <StateBadge tone="progress">{t('coming')}</StateBadge>}
        {!has && !coming && readOnly && <StateBadge tone="neutral">{t('readOnly')}</StateBadge>}
        {!has && !coming && listIn(image.os_glance_failed_import).includes(store.id) && (
          <StateBadge tone="failed">{t('notArrived')}</StateBadge>
        )}
      </div>
      {coming && <Progress image={image} store={store.id} />}
    </li>
  )
}

function Progress({ image, store }: { image: ImageView; store: string }) {
  const t = useTranslations('storeCopy')
  const format = useFormatter()
  const { project } = useSignedIn()
  const { data: tasks = [] } = useQuery(imageTasksQuery(image.id, project.id))
  const stored = storedIn(tasks.find(isUnderWay)?.message ?? '')
  const share = stored?.store === store && image.size ? Math.min(stored.bytes / image.size, 1) : null
  const percent = share === null ? '' : format.number(share, { style: 'percent' })
  return (
    <div className="mt-2">
      <ProgressBar label={t('progress', { store })} share={share} text={percent || t('coming')} />
    </div>
  )
}
