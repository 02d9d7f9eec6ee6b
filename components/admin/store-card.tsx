'use client'

import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Bytes } from '@/components/ui/bytes'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ServerWords } from '@/components/ui/server-words'
import { StateBadge } from '@/components/ui/state-badge'
import { byteShare } from '@/lib/client/byte-text'
import type { StoreOverviewView } from '@/lib/contract/store-overview'

/** Above this share of used bytes an operator should make room. */
const nearlyFull = 0.9

/** One store: what it is, whether it works, its room, and what it holds. */
export function StoreCard({ store }: { store: StoreOverviewView }) {
  const t = useTranslations('adminStores')
  const id = useId()
  return (
    <li aria-labelledby={id} className="flex flex-col gap-3 rounded-card border border-hairline bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 id={id} className="break-all font-semibold text-section">
            {store.id}
          </h2>
          <p className="text-muted text-table">{store.description ?? t('noDescription')}</p>
        </div>
        <Reachable store={store} />
      </div>
      <p className="flex flex-wrap gap-x-3 text-meta text-muted">
        <span>{t('type', { type: store.type })}</span>
        <span>{t('weight', { weight: String(store.weight) })}</span>
        {store.default && <span className="font-medium text-ink">{t('default')}</span>}
        {store.read_only && <span className="font-medium text-ink">{t('readOnly')}</span>}
      </p>
      <Room store={store} />
      <p className="mt-auto text-table">
        {t('holds', { count: store.images })} · <Bytes value={store.bytes} />
      </p>
    </li>
  )
}

function Reachable({ store: { reachable } }: { store: StoreOverviewView }) {
  const t = useTranslations('adminStores')
  if (reachable === null) return <StateBadge tone="neutral">{t('unknown')}</StateBadge>
  return <StateBadge tone={reachable ? 'ok' : 'failed'}>{t(reachable ? 'reachable' : 'unreachable')}</StateBadge>
}

function Room({ store: { capacity, problem, reachable, id } }: { store: StoreOverviewView }) {
  const t = useTranslations('adminStores')
  const locale = useLocale()
  if (problem)
    return (
      <p className="text-failed text-table">
        <ServerWords sentence={problem} />
      </p>
    )
  if (!capacity) return <p className="text-muted text-table">{t(reachable === null ? 'unknownText' : 'noCapacity')}</p>
  const used = capacity.total - capacity.free
  const share = capacity.total === 0 ? 1 : used / capacity.total
  const { sent, total, unit } = byteShare(used, capacity.total, locale)
  const text = t('room', { used: sent, total, unit })
  return (
    <div className="space-y-1">
      <ProgressBar
        label={t('roomOf', { store: id })}
        share={share}
        text={text}
        tone={share > nearlyFull ? 'failed' : 'progress'}
      />
      <p className="flex flex-wrap justify-between gap-x-2 text-meta text-muted tabular-nums">
        <span>{text}</span>
        <span>
          {t('free')} <Bytes value={capacity.free} />
        </span>
      </p>
      {share > nearlyFull && <p className="text-failed text-meta">{t('nearlyFull')}</p>}
    </div>
  )
}
