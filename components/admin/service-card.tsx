'use client'

import { type ReactNode, useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Bytes } from '@/components/ui/bytes'
import { Command } from '@/components/ui/command'
import { Moment } from '@/components/ui/moment'
import { ServerWords } from '@/components/ui/server-words'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import { useJoined } from '@/components/ui/use-joined'
import { serviceRemedies } from '@/lib/client/services'
import type { ServiceState, ServiceView } from '@/lib/contract/service-state'

const stateTones: Record<ServiceState, Tone> = { up: 'ok', degraded: 'attention', down: 'failed', off: 'off', unknown: 'neutral' }

/** One part of the service: how it is, its numbers, and what to do where it fails. */
export function ServiceCard({ service }: { service: ServiceView }) {
  const t = useTranslations('adminServices')
  const id = useId()
  const { name, instance, state, cause, detail } = service
  const remedy = cause && serviceRemedies[cause]
  return (
    <li aria-labelledby={id} className="flex min-w-0 flex-col gap-3 rounded-card border border-hairline bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id={id} className="min-w-0 font-semibold text-section wrap-anywhere">
          {instance ? t('named', { name: t(`name.${name}`), instance }) : t(`name.${name}`)}
        </h2>
        <StateBadge tone={stateTones[state]}>{t(`state.${state}`)}</StateBadge>
      </div>
      {cause && <p className="text-table">{t(`cause.${cause}`)}</p>}
      {state === 'unknown' && <p className="text-muted text-table">{t('unknownText')}</p>}
      {detail && (
        <p className="text-meta text-muted wrap-anywhere">
          <ServerWords sentence={detail} />
        </p>
      )}
      {remedy && <Command text={remedy} what={t('command')} />}
      <Facts service={service} />
    </li>
  )
}

function Facts({ service }: { service: ServiceView }) {
  const { state, since, version, uptime_seconds, memory_bytes, latency_ms, queue, room, place } = service
  const t = useTranslations('adminServices')
  const format = useFormatter()
  const { facts } = useJoined()
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table">
      <Fact label={t('since')}>{(state === 'down' || state === 'degraded') && <Moment at={since} />}</Fact>
      <Fact label={t('version')}>{version}</Fact>
      <Fact label={t('uptime')}>{uptime_seconds !== null && <Uptime seconds={uptime_seconds} />}</Fact>
      <Fact label={t('memory')}>{memory_bytes !== null && <Bytes value={memory_bytes} />}</Fact>
      <Fact label={t('latency')}>{latency_ms !== null && t('milliseconds', { count: format.number(latency_ms) })}</Fact>
      <Fact label={t('queue')}>
        {facts(Object.entries(queue).map(([kind, count]) => t(`queued.${kind as keyof typeof queue}`, { count })))}
      </Fact>
      <Fact label={t('room')}>{room && <Room total={room.total} used={room.used} />}</Fact>
      <Fact label={t('place')}>{place}</Fact>
    </dl>
  )
}

function Room({ total, used }: { total: number; used: number }) {
  const t = useTranslations('adminServices')
  return (
    <>
      <Bytes value={used} /> {t('of')} <Bytes value={total} />
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 tabular-nums wrap-anywhere">{children}</dd>
    </>
  )
}

const day = 86_400
const hour = 3600
const minute = 60

function Uptime({ seconds }: { seconds: number }) {
  const t = useTranslations('adminServices')
  if (seconds >= day) return t('days', { days: Math.floor(seconds / day), hours: Math.floor((seconds % day) / hour) })
  if (seconds >= hour) return t('hours', { hours: Math.floor(seconds / hour), minutes: Math.floor((seconds % hour) / minute) })
  return t('minutes', { minutes: Math.floor(seconds / minute) })
}
