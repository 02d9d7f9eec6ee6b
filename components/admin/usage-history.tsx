'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { controlClass } from '@/components/form/field'
import { useSignedIn } from '@/components/layout/session'
import { useProjectName } from '@/components/sharing/use-project-names'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/loaded'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { usageSamplesQuery, usageSpans } from '@/lib/client/usage'
import type { ProjectLimits } from '@/lib/contract/usage-overview'
import { UsagePlot } from './usage-plot'

type Span = (typeof usageSpans)[number]

interface Props {
  /** The id of a project; null for all together. */
  of: string | null
  days: Span
  /** Of that project, where they are known. */
  limits: ProjectLimits | null
  onDays(days: Span): void
  onAll(): void
}

const plots = 'grid items-start gap-4 lg:grid-cols-2'

/** What was used lately, of one project or of all, as plots and as tables. */
export function UsageHistory({ of, days, limits, onDays, onAll }: Props) {
  const t = useTranslations('adminQuotas')
  const id = useId()
  const { project } = useSignedIn()
  const nameOf = useProjectName()
  const query = useQuery(usageSamplesQuery(of, days, project.id))
  return (
    <section aria-labelledby={id} className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="min-w-0 font-semibold text-section wrap-anywhere">
          {of === null ? t('pastOfAll') : t('pastOf', { name: nameOf(of) })}
        </h2>
        <div className="flex flex-wrap gap-2">
          {of !== null && <Button onClick={onAll}>{t('allProjects')}</Button>}
          <select
            aria-label={t('span')}
            value={days}
            onChange={(event) => onDays(usageSpans.find((span) => String(span) === event.target.value) ?? 7)}
            className={`${controlClass} w-auto!`}
          >
            {usageSpans.map((span) => (
              <option key={span} value={span}>
                {t('days', { count: span })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Loaded query={query} loading={<Loading />}>
        {(samples) =>
          samples.some(({ stored_bytes, images }) => stored_bytes > 0 || images > 0) ? (
            <div className={plots}>
              {(['stored_bytes', 'images'] as const).map((measure) => (
                <UsagePlot key={measure} measure={measure} samples={samples} days={days} limit={limits?.[measure] ?? null} />
              ))}
            </div>
          ) : (
            <p className="rounded-card border border-hairline bg-surface px-6 py-12 text-center text-muted">{t('noPast')}</p>
          )
        }
      </Loaded>
      <p className="text-meta text-muted">{t('sampled')}</p>
    </section>
  )
}

function Loading() {
  return (
    <div className={plots}>
      <SkeletonCard lines={2} className="h-66" />
      <SkeletonCard lines={2} className="h-66" />
    </div>
  )
}
