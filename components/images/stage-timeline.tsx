'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { useSignedIn } from '@/components/layout/session'
import { Age } from '@/components/ui/age'
import { Moment } from '@/components/ui/moment'
import { ServerWords } from '@/components/ui/server-words'
import { Skeleton } from '@/components/ui/skeleton'
import { type Tone, tones } from '@/components/ui/state-badge'
import { imageAuditQuery, imageTasksQuery } from '@/lib/client/image-activity'
import { type Stage, stagesOf } from '@/lib/client/image-stages'
import type { ImageView } from '@/lib/client/image-view'
import { ImageState } from './image-status'

/** The stages that are known of an image, in the order of time, and whether more may come to be known. */
function useStages(image: ImageView): { stages: Stage[]; pending: boolean } {
  const { project } = useSignedIn()
  const tasks = useQuery(imageTasksQuery(image.id, project.id))
  const audit = useInfiniteQuery(imageAuditQuery(image.id, project.id))
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? []
  return { stages: stagesOf(image, tasks.data ?? [], entries), pending: tasks.isPending || audit.isPending }
}

/** How an image came to be what it is, as a card of its page. */
export function StageCard({ image }: { image: ImageView }) {
  const t = useTranslations('activity')
  return (
    <section aria-labelledby="stages" className="rounded-card border border-hairline bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b px-4 py-2">
        <h2 id="stages" className="font-semibold text-body leading-7">
          {t('stages')}
        </h2>
        <Link
          href={`/images/${encodeURIComponent(image.id)}/activity`}
          className="inline-flex min-h-6 items-center rounded-control text-primary text-table underline"
        >
          {t('link')}
        </Link>
      </div>
      <StageTimeline image={image} />
    </section>
  )
}

/** The stages one under the other, each with when it was and how long ago. */
export function StageTimeline({ image }: { image: ImageView }) {
  const t = useTranslations('activity')
  const { stages, pending } = useStages(image)
  return (
    <ol aria-label={t('stages')} className="px-4 py-3">
      {stages.map((stage) => (
        <StageItem key={stage.key} stage={stage} />
      ))}
      {pending && image.status !== 'queued' && <StageToCome />}
      <li className="flex flex-wrap items-center gap-2 pt-1 text-table">
        <span className="text-muted">{t('now')}</span>
        <ImageState image={image} />
      </li>
    </ol>
  )
}

/** As high as the stage that at least is to come of an image with data. */
function StageToCome() {
  return (
    <li aria-hidden className="flex gap-3 pb-4">
      <Skeleton className="size-6 shrink-0" />
      <span className="min-w-0 flex-1">
        <Skeleton className="mt-1.5 mb-1.5 h-3 w-28" />
        <Skeleton className="mt-3 h-2.5 w-2/3" />
      </span>
    </li>
  )
}

const outcomeTones = { running: 'progress', success: 'ok', failure: 'failed' } as const
const stageTones: Partial<Record<Stage['stage'], Tone>> = { uploaded: 'ok', reactivated: 'ok', deactivated: 'off' }

function StageItem({ stage: { stage, at, until, outcome, message, by } }: { stage: Stage }) {
  const t = useTranslations('activity')
  const tone = outcome ? outcomeTones[outcome] : (stageTones[stage] ?? 'neutral')
  const { icon: Icon, className } = tones[tone]
  return (
    <li className="relative flex gap-3 pb-4 before:absolute before:top-6 before:bottom-0 before:left-3 before:w-px before:bg-hairline">
      <span className={clsx('flex size-6 shrink-0 items-center justify-center rounded-full', className)}>
        <Icon size={14} aria-hidden className={clsx(outcome === 'running' && 'animate-spin')} />
      </span>
      <div className="min-w-0 flex-1 text-table">
        <p className="font-medium leading-6">
          {t(outcome ? `outcome.${stage as 'import' | 'copy'}.${outcome}` : `stage.${stage}`)}
        </p>
        <p className="flex flex-wrap gap-x-2 text-meta text-muted">
          <Moment at={until ?? at} />
          <Age at={until ?? at} />
          {by !== undefined && <span className="wrap-anywhere">{t('by', { name: by ?? t('otherProject') })}</span>}
        </p>
        {message && (
          <p className="wrap-anywhere text-meta">
            <ServerWords sentence={message} />
          </p>
        )}
      </div>
    </li>
  )
}
